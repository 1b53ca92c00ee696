import { describe, expect, test } from "vitest";
import { begin } from "../../../worker/core/conversation/beginning.ts";
import { decide } from "../../../worker/core/conversation/decide.ts";
import { toSummary } from "../../../worker/core/conversation/report.ts";
import type { ConversationState } from "../../../worker/core/conversation/state.ts";

const terms = {
  widgetId: "w",
  workstreamId: "s",
  reconnect: true,
  holdSeconds: 300,
  limitSeconds: 1_200,
  wrapUp: { blocks: "none", autoCloseSeconds: 900 },
  units: 1,
} as const;

function started(page: string | null): ConversationState {
  const customer = { name: null, nameSigned: false, subject: null, page, facts: {} };
  const state = begin({ id: "c", startId: "start", terms, device: "d", customer }, 0);
  return decide(state, { type: "customer-present" }, 0).state;
}

function say(state: ConversationState, text: string): ConversationState {
  return decide(state, { type: "say", actor: { side: "customer" }, text, linkId: "l", portalUrl: null }, 1).state;
}

describe("what the queue knows of a conversation", () => {
  test("is where it began, without what an address carries along", () => {
    expect(toSummary(started("https://shop.example/cart?token=1#rest")).opening).toEqual({
      page: "https://shop.example/cart",
      words: null,
    });
  });

  test("is the first words, told once; what is said after them is no news for the desk", () => {
    const before = started(null);
    const after = say(before, "  My card\nwas   declined ");
    expect(toSummary(after).opening?.words).toBe("My card was declined");
    expect(after.rev).toBe(before.rev + 1);
    expect(say(after, "Twice")).toBe(after);
  });

  test("is not asked for once somebody has it: the words are between the two", () => {
    const active = decide(started(null), { type: "assign", offerId: "o", agent: { id: "ana", name: "Ana" } }, 1).state;
    expect(say(active, "Hello")).toBe(active);
  });

  test("is cut, never through the middle of a character", () => {
    const { words } = say(started(null), `${"x".repeat(119)}😀 and more`).opening;
    expect(words).toBe("x".repeat(119));
  });
});
