import { describe, expect, test } from "vitest";
import {
  ana,
  asks,
  ben,
  byAgent,
  comes,
  customer,
  drops,
  given,
  goOn,
  life,
  makesLink,
  refusal,
  type Step,
} from "./support.ts";

const ANA = byAgent(ana);
const active = [comes(0), given(20, ana)];
const held = [...active, drops(50)];

describe("a request that is repeated under its id", () => {
  const extend: Step = asks(60, ANA, { type: "extend-hold" }, "r");
  const notes: Step = asks(60, ANA, { type: "set-notes", text: "likes tea" }, "r");
  const giveBack: Step = asks(60, ANA, { type: "give-back" }, "r");
  const transfer: Step = asks(60, ANA, { type: "transfer", to: { agentId: "ben" } }, "r");
  const end: Step = asks(60, customer, { type: "end", reason: "ended" }, "r");
  const revoke: Step = asks(60, customer, { type: "revoke-links", linkId: null }, "r");
  const between: [name: string, before: Step[], request: Step, meanwhile: Step[]][] = [
    ["extend-hold", held, extend, []],
    ["set-notes", active, notes, [asks(61, ANA, { type: "set-notes", text: "likes coffee" })]],
    ["give-back, when the agent got it anew", active, giveBack, [given(61, ana, "second")]],
    ["transfer, when another has it", active, transfer, [given(61, ben)]],
    ["end", active, end, []],
    ["make-link", active, makesLink(60, ANA, "r"), []],
    [
      "make-link, when it was revoked",
      active,
      makesLink(60, ANA, "r"),
      [asks(61, ANA, { type: "revoke-links", linkId: "r" })],
    ],
    [
      "make-link that found one",
      [...active, makesLink(30, customer, "l")],
      makesLink(60, customer, "r"),
      [asks(61, customer, { type: "revoke-links", linkId: null })],
    ],
    ["revoke-links", [...active, makesLink(30, ANA, "l")], revoke, [makesLink(61, ANA, "m")]],
    ["revoke-links that found none", active, revoke, [makesLink(61, ANA, "m")]],
  ];

  test.each(between)("%s: changes nothing", (_name, before, request, meanwhile) => {
    const first = life({}, ...before, request);
    expect(first.reply).toMatchObject({ ok: true });
    const later = goOn(first.state, ...meanwhile).state;
    const again = goOn(later, [70, request[1]]);
    expect(again.reply).toMatchObject({ ok: true });
    expect(again.lines).toEqual([]);
    expect(again.state.phase).toEqual(goOn(later, [70, { type: "clock" }]).state.phase);
    expect({ ...again.state, phase: null }).toEqual({ ...later, phase: null });
  });

  test("make-link answers with the same link", () => {
    const again = life({}, ...active, makesLink(60, ANA, "r"), makesLink(61, ANA, "r"));
    expect(again.replies.slice(-2)).toMatchObject([
      { ok: true, link: { id: "r" } },
      { ok: true, link: { id: "r" } },
    ]);
  });

  test("one that was refused may be asked again", () => {
    const early: Step = asks(40, ANA, { type: "extend-hold" }, "r");
    const { replies } = life({}, ...active, early, drops(50), [60, early[1]]);
    expect([replies[2], replies[4]]).toEqual([refusal("not-now"), { ok: true }]);
  });

  test("what is remembered does not grow", () => {
    const many = Array.from({ length: 200 }, (_, n) => asks(60, ANA, { type: "set-notes", text: `${n}` }));
    expect(life({}, ...active, ...many).state.recentRequests).toHaveLength(32);
  });
});
