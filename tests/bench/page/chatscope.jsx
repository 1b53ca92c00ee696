import "@chatscope/chat-ui-kit-styles/dist/default/styles.min.css";
import {
  ChatContainer,
  ConversationHeader,
  MainContainer,
  Message,
  MessageInput,
  MessageList,
} from "@chatscope/chat-ui-kit-react";
import { useState } from "react";
import { createRoot } from "react-dom/client";

// The least widget that can be made of the kit: a launcher, and a panel with a header, a greeting and a box.
const place = { position: "fixed", right: 16, bottom: 16 };
const greeting = { message: "Hello! How can we help?", sender: "Shop", direction: "incoming", position: "single" };

function Widget() {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <button type="button" className="open-chat" style={place} onClick={() => setOpen(true)}>
        Chat
      </button>
    );
  return (
    <div style={{ ...place, width: 376, height: 560 }}>
      <MainContainer>
        <ChatContainer>
          <ConversationHeader>
            <ConversationHeader.Content userName="Shop" />
          </ConversationHeader>
          <MessageList>
            <Message model={greeting} />
          </MessageList>
          <MessageInput placeholder="Write a message" attachButton={false} />
        </ChatContainer>
      </MainContainer>
    </div>
  );
}

const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(<Widget />);
