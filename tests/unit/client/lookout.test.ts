import { expect, test } from "vitest";
import type { SocketListener } from "../../../widget/client/io/ports.ts";
import { createLookout } from "../../../widget/client/io/lookout.ts";
import { createManualClock } from "./support/manual-clock.ts";

const WELCOME = JSON.stringify({
  type: "welcome",
  epoch: "e",
  head: 0,
  mode: "snapshot",
  entries: [],
  hasBefore: false,
  more: false,
  view: {
    conversationId: "c",
    startedAt: 1,
    reconnect: true,
    customer: { name: null, verified: false },
    phase: { state: "open", customer: { at: "present" }, place: null },
  },
  seen: { customer: 0, agent: 0 },
  serverTime: 1,
});
const lookAt = (inMs: number) => JSON.stringify({ type: "look-at", inMs });
const nobody: SocketListener = { opened: () => {}, received: () => {}, closed: () => {} };

/** A lookout, and what its sockets were given to say. */
function page() {
  const clock = createManualClock();
  const said: string[] = [];
  let sockets = 0;
  const lookout = createLookout(() => {
    const mine = (sockets += 1);
    return {
      send: (text) => void said.push(`${mine}: ${(JSON.parse(text) as { type: string }).type}`),
      close: () => {},
    };
  }, clock);
  return { clock, said, lookout, open: () => lookout.openSocket("wss://server", [], nobody) };
}

test("a page says with the welcome that it looks, and looks when it was asked to, by the last word", async () => {
  const { clock, said, lookout, open } = page();
  open();
  expect(lookout.read(WELCOME)).toMatchObject({ type: "welcome" });
  expect(said).toEqual(["1: look"]);
  expect(lookout.read(lookAt(20_000))).toBeNull();
  await clock.advance(5_000);
  lookout.read(lookAt(3_000));
  await clock.advance(2_999);
  expect(said).toHaveLength(1);
  await clock.advance(1);
  expect(said).toEqual(["1: look", "1: look"]);
  await clock.advance(60_000);
  expect(said).toHaveLength(2);
});

test("what an older socket asked for is not looked after on the next, nor after the page has left", async () => {
  const { clock, said, lookout, open } = page();
  open();
  lookout.read(WELCOME);
  lookout.read(lookAt(1_000));
  open();
  await clock.advance(60_000);
  expect(said).toEqual(["1: look"]);
  lookout.read(WELCOME);
  lookout.read(lookAt(1_000));
  lookout.rest();
  await clock.advance(60_000);
  expect(said).toEqual(["1: look", "2: look"]);
});

test("everything else is read as ever", () => {
  const { lookout } = page();
  expect(lookout.read(JSON.stringify({ type: "bye", code: 4001 }))).toEqual({ type: "bye", code: 4001 });
  expect(lookout.read(JSON.stringify({ type: "something new" }))).toBeNull();
});
