/** The customer's side for those who load `./returning.ts` later. */
export { openChat } from "./io/chat.ts";
