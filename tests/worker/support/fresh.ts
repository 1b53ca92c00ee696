import { reset } from "cloudflare:test";
import { afterEach, beforeEach, vi } from "vitest";
import { forgetWidgets } from "../../../worker/middleware/settings-cache.ts";
import { goOn } from "./clock.ts";

/** Each test of the file finds an organisation as it is on its first day, a clock that goes, and nothing that fails on purpose. */
export function freshForEach(): void {
  beforeEach(async () => {
    await reset();
    forgetWidgets();
  });
  afterEach(() => {
    goOn();
    vi.restoreAllMocks();
  });
}
