/** What the client needs of Node 24: for tests and bots. */
export { nodePorts } from "./io/node.ts";
export { createMemoryStore } from "./io/memory-store.ts";
