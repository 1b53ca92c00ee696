import { expect, test } from "vitest";
import type { Line } from "../../../widget/client/customer.ts";
import { arrange } from "../../../widget/parts/arrange.ts";

const NOON = new Date(2026, 0, 15, 12).getTime();
const MINUTE_MS = 60_000;

function said(key: string, from: "customer" | "agent", minutes: number, agentName: string | null = null): Line {
  const at = NOON + minutes * MINUTE_MS;
  const mine = from === "customer";
  return {
    kind: "message",
    key,
    seq: 1,
    at,
    mine,
    from,
    agentName,
    text: key,
    delivery: { is: "delivered" },
  };
}
const happened = (key: string, minutes: number, type: "started" | "closed"): Line => ({
  kind: "event",
  key,
  seq: 1,
  at: NOON + minutes * MINUTE_MS,
  what: { type },
});

/** Groups as `key` with its ends in brackets: "[a", "b]". */
const groups = (lines: readonly Line[]) =>
  arrange(lines, ({ type }) => (type === "started" ? "Started" : null)).flatMap((row) =>
    row.is === "message" ? `${row.first ? "[" : ""}${row.key}${row.last ? "]" : ""}` : [row.is],
  );

test("messages of one author within five minutes of each other are a group, whoever of the agents wrote it", () => {
  expect(
    groups([
      said("a", "customer", 0),
      said("b", "customer", 4),
      said("c", "customer", 9),
      said("d", "agent", 10, "Ana"),
      said("e", "agent", 10, "Bo"),
    ]),
  ).toEqual(["day", "[a", "b]", "[c]", "[d]", "[e]"]);
});

test("what is told between two messages parts them; what is not told does not", () => {
  const between = (type: "started" | "closed") =>
    groups([said("a", "agent", 0, "Ana"), happened("x", 1, type), said("b", "agent", 2, "Ana")]);
  expect(between("started")).toEqual(["day", "[a]", "event", "[b]"]);
  expect(between("closed")).toEqual(["day", "[a", "b]"]);
});

test("each day of the person's calendar begins with its row, and ends a group", () => {
  expect(groups([said("a", "customer", 12 * 60 - 1), said("b", "customer", 12 * 60 + 1)])).toEqual([
    "day",
    "[a]",
    "day",
    "[b]",
  ]);
});

test("only the last of one's own messages is the newest of mine", () => {
  const rows = arrange([said("a", "customer", 0), said("b", "customer", 1), said("c", "agent", 2)], () => null);
  expect(rows.filter((row) => row.is === "message" && row.newestOfMine).map(({ key }) => key)).toEqual(["b"]);
});
