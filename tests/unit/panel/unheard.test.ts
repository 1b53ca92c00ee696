import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChatView } from "../../../widget/client/customer.ts";
import type { Scene } from "../../../widget/customer/rest/scene.ts";
import { createUnheard } from "../../../widget/customer/rest/unheard.ts";
import { message, TALKING } from "./views.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());
const scene = (view: Partial<ChatView>) => ({ view: { ...TALKING, ...view } }) as Scene;
const history = [message(1, "customer"), message(2, "agent", "Old")];

test("what is said in the moment after a return is heard, and neither what came with it nor what one says oneself", () => {
  const unheard = createUnheard();
  expect(unheard(scene({ lines: history }))).toBe("");
  const more = [...history, message(3, "agent", "New"), message(4, "customer", "Mine")];
  expect(unheard(scene({ lines: more }))).toBe("Ana: New");
  expect(unheard(scene({ status: { is: "reconnecting", retryAt: null }, lines: more }))).toBe("");
  expect(unheard(scene({ lines: [...more, message(5, "agent", "Missed")] }))).toBe("");
});

test("a moment later the log speaks for itself", () => {
  const unheard = createUnheard();
  unheard(scene({ lines: history }));
  vi.advanceTimersByTime(700);
  expect(unheard(scene({ lines: [...history, message(3, "agent", "New")] }))).toBe("");
});
