/** The part of a customer's chat that guests need seldom, for those who load it after the rest. */
export { browserDoor } from "./io/browser-door.ts";
export { createReturning } from "./io/returning.ts";
export type { Hall, Returning } from "./io/returning.ts";
