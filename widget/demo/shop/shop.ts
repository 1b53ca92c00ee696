import { letter, opened } from "../messages.ts";
import type { Command, Word } from "../messages.ts";
import { obey } from "./obey.ts";
import { onChat, tellFacts } from "./chat-on-page.ts";
import { followCustomer } from "./customer.ts";

// Runs on each page of the demo's shop: what any shop has (who is signed in), and the way by which the demo's page, in whose
// frame it may stand, has things done here. On its own, without that frame, it is a shop with a chat.

const parents = document.querySelector<HTMLMetaElement>('meta[name="demo"]')?.content.split(" ") ?? [];
/** The demo's page, once it has answered. */
let parent = "";
let early: Word[] = [];

function tell(word: Word): void {
  if (parent === "") early.push(word);
  else window.parent.postMessage(letter(word), parent);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== window.parent || !parents.includes(origin)) return;
  const command = opened<Command>(data);
  if (command === null) return;
  parent = origin;
  for (const word of early) tell(word);
  early = [];
  void obey(command, tell);
});
if (window.parent !== window) window.parent.postMessage(letter<Word>({ is: "knock" }), "*");

tell({ is: "here", path: location.pathname, title: document.title });
followCustomer((signedIn) => tell({ is: "customer", signedIn }));
onChat((chat) => {
  const told = (): void => tellFacts(chat, tell);
  chat.addEventListener("rejoin-changed", told);
  chat.addEventListener("rejoin-ready", told);
});
