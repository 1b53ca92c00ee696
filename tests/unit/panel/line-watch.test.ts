import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChatView } from "../../../widget/client/customer.ts";
import { createLineWatch } from "../../../widget/customer/rest/line-watch.ts";
import type { Scene } from "../../../widget/customer/rest/scene.ts";
import { chat as texts } from "../../../widget/customer/texts/en/chat.ts";
import { more } from "../../../widget/customer/texts/en/more.ts";
import { createWords } from "../../../widget/customer/words/words.ts";
import { message, TALKING } from "./views.ts";

const say = createWords("en");
const idle = () => {};
const asks = {
  draft: idle,
  send: idle,
  retry: idle,
  reconnect: idle,
  showEnd: idle,
  showLink: idle,
  closeSheet: idle,
  minimise: idle,
  startNew: idle,
  startOver: idle,
  continue: idle,
  read: idle,
  dismiss: idle,
  end: idle,
  copy: idle,
  share: idle,
};
const settings: Scene["settings"] = {
  name: "Shop",
  reconnect: true,
  accent: "#3b6fd4",
  position: "right",
  theme: "auto",
  logo: null,
  greeting: "",
  hint: "",
  language: { tag: "en", table: "en" },
  launcher: { open: "Open chat", lost: "No connection" },
};
const scene = (view: Partial<ChatView>): Scene => ({
  view: { ...TALKING, ...view },
  settings,
  texts,
  more,
  say,
  now: Date.now(),
  inline: false,
  asks,
  sheet: { is: "none" },
  unsaid: null,
  deadLink: false,
});
const LOST = { status: { is: "reconnecting", retryAt: null } } as const;

let watch: ReturnType<typeof createLineWatch>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
  watch = createLineWatch();
});
afterEach(() => void vi.useRealTimers());
const later = (ms: number) => void vi.advanceTimersByTime(ms);

test("a blip of less than a second is not told, and neither is being back from it", () => {
  watch(scene({}));
  expect(watch(scene(LOST))).toMatchObject({ told: null, kept: null, again: true });
  later(900);
  expect(watch(scene(LOST)).told).toBeNull();
  expect(watch(scene({}))).toMatchObject({ told: null, again: false });
});

test("trouble that lasts is told in words, and being back for six seconds, with how many messages are new", () => {
  watch(scene({ lines: [message(1, "agent")] }));
  watch(scene(LOST));
  later(1_000);
  expect(watch(scene(LOST))).toMatchObject({ told: { text: more.offline, next: more.tryingNow }, kept: 0.8 });
  const lines = [message(1, "agent"), message(2, "agent"), message(3, "customer"), message(4, "agent")];
  expect(watch(scene({ lines }))).toMatchObject({
    told: { text: "You're back. Ana kept your place.", good: true },
    aloud: "You're back. Ana kept your place. 2 new messages",
    kept: null,
  });
  later(5_900);
  expect(watch(scene({ lines })).told).not.toBeNull();
  later(200);
  expect(watch(scene({ lines }))).toMatchObject({ told: null, again: false });
});

test("nobody is told to be back who was not there before", () => {
  const first = { view: null, status: { is: "connecting" } } as const;
  watch(scene(first));
  later(2_000);
  expect(watch(scene(first)).told?.text).toBe(more.connecting);
  expect(watch(scene({})).told).toBeNull();
});

test("a return that the transcript tells of is told, too: after a reload, on another device", () => {
  const back = {
    kind: "event",
    key: "e2",
    seq: 2,
    at: Date.now() - 100,
    what: { type: "back", afterSeconds: 60 },
  } as const;
  const lines = [message(1, "agent"), back];
  expect(watch(scene({ lines })).aloud).toBe("You're back. Ana kept your place. 1 new message");
  later(7_000);
  expect(watch(scene({ lines })).told).toBeNull();
});

test("a refusal passes by no waiting: it is told at once, and why", () => {
  expect(watch(scene({ status: { is: "refused", code: 4005 } })).told).toMatchObject({
    text: more.replaced,
    retry: true,
  });
});

test("the agent's lost connection is told, and a browser that keeps nothing", () => {
  const { view } = TALKING;
  if (view?.phase.state !== "active") throw new Error("not active");
  const gone = { ...view, phase: { ...view.phase, agentConnected: false } };
  expect(watch(scene({ view: gone })).told?.text).toMatch(/^Ana lost their connection/);
  expect(watch(scene({ lasting: false })).told?.text).toBe(more.blocked);
});

test("without a line the ring runs out with the hold, as far as a page can know", () => {
  const { view } = TALKING;
  if (view === null) throw new Error("not known");
  const lost = { ...LOST, view: { ...view, holdSeconds: 10 } };
  watch(scene(lost));
  later(2_500);
  expect(watch(scene(lost)).kept).toBe(0.75);
  later(5_000);
  expect(watch(scene(lost)).kept).toBe(0.25);
  later(5_000);
  expect(watch(scene(lost)).kept).toBe(0);
  expect(watch(scene({ view: lost.view })).kept).toBeNull();
});
