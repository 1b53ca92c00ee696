/** What the client needs of a browser: its ports, and the token of the reconnect link by which the page came. */
export { browserPorts } from "./io/browser.ts";
export { linkAnswered, onLinkToken, takeLinkToken } from "./io/link-token.ts";
