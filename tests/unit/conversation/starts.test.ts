import { describe, expect, test } from "vitest";
import type { WidgetSettings } from "#protocol/settings.ts";
import { type Owned, reserve, type Start } from "../../../worker/core/reservation.ts";
import { termsOf } from "../../../worker/core/terms.ts";

const NOW = 1_700_000_000_000;
const start = (change: Partial<Start> = {}): Start => ({
  widgetId: "shop",
  device: null,
  startId: "s1",
  conversationId: "c1",
  ...change,
});

/** One start after the other, as the customer's object takes them. */
function taken(...starts: Start[]): { conversations: string[]; live: Owned[] } {
  const live: Owned[] = [];
  const conversations = starts.map((each) => {
    const { conversationId, reserved } = reserve(live, each, NOW);
    if (reserved !== null) live.push(reserved);
    return conversationId;
  });
  return { conversations, live };
}

describe("the start of a verified customer", () => {
  test("T05 the first reserves its conversation before it exists", () => {
    const { conversationId, reserved } = reserve([], start(), NOW);
    expect(conversationId).toBe("c1");
    expect(reserved).toEqual({ conversationId: "c1", widgetId: "shop", device: null, startId: "s1", startedAt: NOW });
  });

  test("T05 the same start repeated leads to the same conversation", () => {
    const { conversations, live } = taken(start(), start(), start({ conversationId: "other" }));
    expect(conversations).toEqual(["c1", "c1", "c1"]);
    expect(live).toHaveLength(1);
  });

  test("T05 two devices in the same instant: whoever loses the race joins", () => {
    const { conversations, live } = taken(start(), start({ startId: "s2", conversationId: "c2" }));
    expect(conversations).toEqual(["c1", "c1"]);
    expect(live).toHaveLength(1);
  });

  test("T07 another widget is another conversation, even under the same start", () => {
    const { conversations } = taken(start(), start({ widgetId: "help", conversationId: "c2" }));
    expect(conversations).toEqual(["c1", "c2"]);
  });

  test("T05 with reconnect off each browser has its own, and tabs of one share it", () => {
    const phone = start({ device: "phone", startId: "s2", conversationId: "c2" });
    const laptop = start({ device: "laptop" });
    const tab = start({ device: "laptop", startId: "s3", conversationId: "c3" });
    expect(taken(laptop, phone, tab, phone).conversations).toEqual(["c1", "c2", "c1", "c2"]);
  });

  test("T05 reconnect turned on meanwhile: a start repeated still leads to its own, a new one joins", () => {
    const laptop = start({ device: "laptop" });
    const phone = start({ device: "phone", startId: "s2", conversationId: "c2" });
    const repeated = start({ startId: "s2", conversationId: "c2" });
    const fresh = start({ startId: "s3", conversationId: "c3" });
    expect(taken(laptop, phone, repeated, fresh).conversations).toEqual(["c1", "c2", "c2", "c1"]);
  });
});

describe("the terms that a conversation starts with", () => {
  const widget = (
    enabled: boolean,
    previousAgentForSeconds = 300,
  ): Pick<WidgetSettings, "workstreamId" | "reconnect"> => ({
    workstreamId: "sales",
    reconnect: { enabled, previousAgentForSeconds, portalUrl: null, redirectUrl: null, prompt: "return" },
  });
  const workstream = {
    autoCloseAfterInactivitySeconds: 1200,
    wrapUp: { blocks: "none", autoCloseSeconds: 900 },
    units: 3,
  } as const;

  test("C06 the limit is the workstream's, the hold the widget's", () => {
    expect(termsOf("shop", widget(true), workstream)).toEqual({
      widgetId: "shop",
      workstreamId: "sales",
      reconnect: true,
      holdSeconds: 300,
      limitSeconds: 1200,
      units: 3,
      wrapUp: { blocks: "none", autoCloseSeconds: 900 },
    });
  });

  test("C01 with reconnect off hold and limit are both 180 s, whatever is set", () => {
    const terms = termsOf("shop", widget(false), { ...workstream, autoCloseAfterInactivitySeconds: 60 });
    expect(terms).toMatchObject({ reconnect: false, holdSeconds: 180, limitSeconds: 180 });
  });

  test("C03 a hold of 0 is kept as it is", () => {
    expect(termsOf("shop", widget(true, 0), workstream)).toMatchObject({ holdSeconds: 0, limitSeconds: 1200 });
  });
});
