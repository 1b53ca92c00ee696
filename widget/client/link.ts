/** The token of the reconnect link by which a page came. Stands alone: whoever hears of links first need not load a client for it. */
export { linkAnswered, onLinkToken, takeLinkToken } from "./io/link-token.ts";
