import { expect, test } from "vitest";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import { createOutboxStore } from "../../../widget/client/io/outbox-store.ts";
import type { OutboxStore } from "../../../widget/client/io/outbox-store.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { createWorld } from "./support/world.ts";
import type { World } from "./support/world.ts";

/** A page with nothing attached yet. */
function open(world: World) {
  const { ports } = world.tab();
  return createConversation({
    role: "customer",
    ports,
    socketUrl: "ws://server/socket",
    prefix: "rejoin:w1:",
    authorise: async () => ({ key: "credential" }),
    read: readServerFrame,
  });
}
type Open = ReturnType<typeof open>;

const offline = (): World => {
  const world = createWorld(() => 0.5);
  world.network("down");
  return world;
};
const write = (page: Open, sent: string, draft: string): void => {
  page.send(sent);
  page.dispatch({ type: "draft", text: draft });
};
const shown = (page: Open) => {
  const { draft, lines } = page.snapshot();
  return [draft, ...lines.flatMap((line) => (line.kind === "message" ? [line.text] : []))];
};

/** Another page of a guest's left this unsent, in another conversation. */
function leaveOver(texts: OutboxStore): void {
  const empty = { conversationId: "old", owner: null, outbox: [], draft: "" };
  const item = { id: "m1", text: "left over", composedAt: 1, state: { is: "waiting" } } as const;
  texts.follow(empty, { ...empty, outbox: [item] });
}

test("P08 a verified customer's unsent words are handed to nobody else: not by storage, not by the page", () => {
  const world = offline();
  const ana = open(world);
  ana.attach("c1", false, "ana");
  write(ana, "private", "more of it");
  for (const owner of [null, "ben"]) {
    const after = open(world);
    after.attach("c2", false, owner);
    expect(shown(after)).toEqual([""]);
  }
  ana.attach("c2", false, "ben");
  expect(shown(ana)).toEqual([""]);
  const back = open(world);
  back.attach("c1", false, "ana");
  expect(shown(back)).toEqual(["more of it", "private"]);
});

test("P08 while nobody knows who is there, a verified customer's words are off the screen; for them they come back", () => {
  const page = open(offline());
  page.attach("c1", false, "ana");
  write(page, "private", "more of it");
  page.dispatch({ type: "detach" });
  expect(shown(page)).toEqual([""]);
  page.attach("c1", false, "ana");
  expect(shown(page)).toEqual(["more of it", "private"]);
});

test("N03 a customer's own next conversation gets what the last one left unsent, once", () => {
  for (const owner of [null, "ana"]) {
    const world = offline();
    const page = open(world);
    page.attach("c1", false, owner);
    write(page, "one", "two");
    page.attach("c2", false, owner);
    expect(shown(page)).toEqual(["one\ntwo"]);
    const reloaded = open(world);
    reloaded.attach("c3", false, owner);
    expect(shown(reloaded)).toEqual(["one\ntwo"]);
  }
});

test("P11 a guest's words are the customer's once the conversation is", () => {
  const world = offline();
  const page = open(world);
  page.attach("c1", false, null);
  write(page, "one", "two");
  page.attach("c1", false, "ana");
  const guest = open(world);
  guest.attach("c2", false, null);
  expect(shown(guest)).toEqual([""]);
  expect(shown(page)).toEqual(["two", "one"]);
});

test("N03 what stands in the box does not push out what storage holds, nor the other way round", () => {
  const world = offline();
  const texts = createOutboxStore(world.tab().ports.store, "rejoin:w1:");
  leaveOver(texts);
  const empty = { conversationId: "c1", owner: null, outbox: [], draft: "" };
  texts.follow(empty, { ...empty, draft: "from before" });
  const page = open(world);
  page.dispatch({ type: "draft", text: "typed now" });
  page.attach("c1", false, null);
  expect(page.snapshot().draft).toBe("left over\nfrom before\ntyped now");
  expect(texts.draft("c1", null)).toBe("left over\nfrom before\ntyped now");
});

test("N03 entering the same conversation again deletes nothing that another one left", () => {
  const world = offline();
  const page = open(world);
  page.attach("c1", false, null);
  const texts = createOutboxStore(world.tab().ports.store, "rejoin:w1:");
  leaveOver(texts);
  page.attach("c1", false, null);
  const next = open(world);
  next.attach("c2", false, null);
  expect(next.snapshot().draft).toBe("left over");
});

test("N03 a page between two conversations has each unsent text once, and so has storage", () => {
  const world = offline();
  const page = open(world);
  page.attach("c1", false, null);
  write(page, "one", "two");
  page.dispatch({ type: "detach" });
  expect(shown(page)).toEqual(["two"]);
  expect([...world.stored.values()].filter((text) => text.includes("one"))).toHaveLength(1);
  page.attach("c1", false, null);
  expect(shown(page)).toEqual(["two", "one"]);
  page.attach("c2", false, null);
  expect(shown(page)).toEqual(["one\ntwo"]);
  expect(open(world).snapshot().draft).toBe("");
});

test("T06 a tab that leaves a conversation takes nothing out of another tab's mouth: what that one says is in no box", async () => {
  const world = offline();
  const [speaker, leaver] = [open(world), open(world)];
  speaker.attach("c1", false, null);
  speaker.send("said once");
  leaver.attach("c1", false, null);
  expect(shown(leaver)).toEqual(["", "said once"]);
  leaver.dispatch({ type: "detach" });
  world.network("up");
  speaker.dispatch({ type: "hint" });
  await world.clock.advance(1_000);
  expect(world.server.entries).toMatchObject([{ text: "said once" }]);
  leaver.attach("c2", false, null);
  expect(leaver.snapshot().draft).toBe("");
  expect(world.stored.size).toBe(0);
});
