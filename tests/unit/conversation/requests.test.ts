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
    ["make-link that found one", [...active, makesLink(30, customer, "l")], makesLink(60, customer, "r"), []],
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

  test("an end that came second is still as good as the first when it is repeated after the close", () => {
    const second: Step = asks(61, ANA, { type: "end", reason: "ended" }, "r");
    const over = life({}, ...active, asks(60, customer, { type: "end", reason: "ended" }), second, [
      2000,
      { type: "clock" },
    ]);
    expect(over.view.phase.state).toBe("closed");
    expect(goOn(over.state, [2001, second[1]])).toMatchObject({ state: over.state, lines: [], reply: { ok: true } });
  });

  test("make-link by a customer who has one answers with that, however often it is asked", () => {
    const steps = [makesLink(60, customer, "m1"), makesLink(61, customer, "m2"), makesLink(62, customer, "m2")];
    const { replies, lines, state } = life({}, ...active, ...steps);
    const link = { id: "m1" };
    expect(replies.slice(-3)).toMatchObject(Array.from({ length: 3 }, () => ({ ok: true, link })));
    expect(lines.filter(([, { type }]) => type === "link-made")).toHaveLength(1);
    expect(state.links).toHaveLength(1);
  });

  test("make-link repeated after it was revoked makes none", () => {
    for (const actor of [ANA, customer]) {
      const revoke = asks(61, ANA, { type: "revoke-links", linkId: "r" });
      const before = life({}, ...active, makesLink(60, actor, "r"), revoke).state;
      expect(goOn(before, makesLink(70, actor, "r"))).toMatchObject({
        state: before,
        lines: [],
        reply: refusal("gone"),
      });
    }
  });

  test("make-link is answered though much was asked since, and takes nobody's place in memory", () => {
    const many = Array.from({ length: 40 }, (_, n) => asks(61, ANA, { type: "set-notes", text: `${n}` }));
    const before = life({}, ...active, makesLink(60, ANA, "r"), ...many).state;
    const again = goOn(before, makesLink(70, ANA, "r"));
    expect(again).toMatchObject({ state: before, lines: [], reply: { ok: true, link: { id: "r" } } });
    expect(before.recentRequests).not.toContain("r");
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
