/** What the client needs of a browser. */
export { browserPorts } from "./io/browser.ts";
