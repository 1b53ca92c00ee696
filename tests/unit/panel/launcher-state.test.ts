import { expect, test } from "vitest";
import type { ChatView } from "../../../widget/client/customer.ts";
import { launcherState } from "../../../widget/customer/rest/launcher-state.ts";
import type { Scene } from "../../../widget/customer/rest/scene.ts";
import { chat as texts } from "../../../widget/customer/texts/en/chat.ts";
import { more } from "../../../widget/customer/texts/en/more.ts";
import { createWords } from "../../../widget/customer/words/words.ts";
import { message, TALKING } from "./views.ts";

const settings = { name: "Shop" } as Scene["settings"];
const closed = (view: Partial<ChatView>) =>
  launcherState(
    { view: { ...TALKING, ...view }, settings, texts, more, say: createWords("en") } as Scene,
    { is: "chat" },
    false,
  );

test("a message to somebody who was there all the time is told with who wrote it, and no word of a place that is kept", () => {
  expect(closed({ lines: [message(3, "agent")] })).toEqual({
    open: false,
    unread: 1,
    goesOn: true,
    teaser: { title: "Ana", text: "1 new message", hide: "Minimise" },
    label: "Open chat\n1 new message",
  });
});

test("a chat that goes on behind the closed launcher is marked and named there; one that is over is not", () => {
  expect(closed({})).toEqual({
    open: false,
    unread: 0,
    goesOn: true,
    teaser: null,
    label: "Open chat\nChat with Ana",
  });
  const { view } = TALKING;
  if (view === null) throw new Error("there is a chat");
  const over = { ...view, phase: { state: "closed", ended: { by: "agent", reason: "ended", at: 5 } } } as typeof view;
  expect(closed({ view: over })).toMatchObject({ goesOn: false, label: "Open chat" });
  expect(closed({ view: null })).toMatchObject({ goesOn: false, label: "Open chat" });
});
