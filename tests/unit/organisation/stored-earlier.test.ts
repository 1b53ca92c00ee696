import { expect, test } from "vitest";
import type { QuickReply } from "#protocol/settings.ts";
import { checkQuickReplies } from "../../../worker/core/settings/quick-replies.ts";
import { checkWidget } from "../../../worker/core/settings/widgets.ts";
import { readSettings } from "../../../worker/objects/organisation/reading.ts";
import { widget, workstream } from "./given.ts";
import { stores } from "./stores.ts";

const ORIGINS = Array.from({ length: 101 }, (_, n) => `https://shop-${n}.example`);
const BLANK: QuickReply = { shortcut: "blank", text: "  " };

/** What an earlier build stored, by rules that were wider than those for a save are now. */
function earlier() {
  const { sql, ...there } = stores();
  const put = (table: string, id: string, body: object) =>
    sql.exec(`INSERT INTO ${table} (id, body) VALUES (?, ?)`, id, JSON.stringify(body));
  put("workstreams", "general", workstream());
  put("widgets", "shop", widget({ origins: ORIGINS }));
  sql.exec("INSERT INTO quick_replies (n, body) VALUES (0, ?)", JSON.stringify(BLANK));
  return there;
}

test("what was stored by wider rules is read on: one setting must not take all others with it", () => {
  const { widgets, quickReplies } = readSettings(earlier(), 0);
  expect(widgets.map(({ origins }) => origins)).toEqual([ORIGINS]);
  expect(quickReplies).toEqual([BLANK]);
});

test("saved again, it is judged by the present ones", () => {
  const general = new Map([["general", workstream()]]);
  expect(checkWidget(widget({ origins: ORIGINS }), general)).toMatchObject({
    ok: false,
    code: "invalid-settings",
    field: "origins",
  });
  expect(checkQuickReplies({ quickReplies: [BLANK] })).toMatchObject({
    ok: false,
    problems: [{ field: "quickReplies.0.text", detail: "Must not be empty." }],
  });
});
