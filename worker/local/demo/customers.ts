import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createChat, type Chat } from "../../../widget/client/customer.ts";
import { nodePorts } from "../../../widget/client/node.ts";
import { openFileStore } from "./file-store.ts";
import type { Person, Step } from "./scripts.ts";

/** Where customers are. */
export interface Street {
  serverUrl: string;
  /** The shop's origin. */
  shopUrl: string;
  widgets: Record<Person["widget"], string>;
  /** What stands in for their browsers' storage. */
  folder: string;
}

/** How long until what could not be reached is tried again. */
const AGAIN_MS = 3_000;

/**
 * A customer who does what the script says, by the same client as in any page, over real connections. One who has a chat already, from
 * before the demo was started anew, comes back to it.
 */
export async function playCustomer(person: Person, street: Street, over: AbortSignal): Promise<void> {
  mkdirSync(street.folder, { recursive: true });
  const store = openFileStore(join(street.folder, `${person.name.replaceAll(/\W/g, "-").toLowerCase()}.json`));
  const page = street.shopUrl + person.page;
  const chat = createChat({
    baseUrl: street.serverUrl,
    widgetId: street.widgets[person.widget],
    ports: { ...nodePorts(street.shopUrl), store },
  });
  over.addEventListener("abort", () => chat.dispose());
  await sleep(person.comesAfter * 1_000, undefined, { signal: over });
  chat.setContext({ name: person.name, page, facts: person.facts });
  await chat.lookUp();
  while (chat.snapshot().entrance.at !== "chatting") {
    if (chat.snapshot().entrance.at === "ended") chat.dismiss();
    await chat.start({ name: person.name, page });
    if (chat.snapshot().entrance.at !== "chatting") await sleep(AGAIN_MS, undefined, { signal: over });
  }
  for (const step of person.steps) await play(chat, step, over);
}

async function play(chat: Chat, step: Step, over: AbortSignal): Promise<void> {
  if ("hear" in step) return hear(chat, over);
  await sleep(step.after * 1_000, undefined, { signal: over });
  if ("say" in step) await say(chat, step.say, over);
  else if ("drop" in step) chat.drop();
  else if ("return" in step) chat.return();
  else await chat.end();
}

/** What they said before, in a chat that they came back to, is not said again. */
async function say(chat: Chat, text: string, over: AbortSignal): Promise<void> {
  await until(chat, () => chat.snapshot().view !== null, over);
  if (chat.snapshot().lines.some((line) => line.kind === "message" && line.mine && line.text === text)) return;
  chat.typing(true);
  await sleep(40 * text.length, undefined, { signal: over });
  chat.send(text);
}

async function hear(chat: Chat, over: AbortSignal): Promise<void> {
  const others = () => chat.snapshot().lines.findLast((line) => line.kind === "message" && !line.mine);
  const own = () => chat.snapshot().lines.findLast((line) => line.kind === "message" && line.mine);
  const answered = () => (others()?.at ?? 0) > (own()?.at ?? Infinity);
  await until(chat, answered, over);
  const last = others();
  if (last?.seq !== null && last?.seq !== undefined) chat.seen(last.seq);
}

/** Resolves once it is so; never, after the end. */
export function until(
  watched: { subscribe(listener: () => void): () => void },
  isSo: () => boolean,
  over: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) return resolve();
    const undo = watched.subscribe(() => {
      if (!isSo()) return;
      undo();
      resolve();
    });
    over.addEventListener("abort", undo);
    return undefined;
  });
}
