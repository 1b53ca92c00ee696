import { createRoot } from "react-dom/client";
import ChatBot from "react-chatbotify";

// The widget as its documentation begins: a launcher, and a panel that greets.
const flow = { start: { message: "Hello! How can we help?", path: "start" } };
const settings = { general: { showFooter: false }, chatHistory: { disabled: true }, tooltip: { mode: "NEVER" } };
const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(<ChatBot flow={flow} settings={settings} />);
