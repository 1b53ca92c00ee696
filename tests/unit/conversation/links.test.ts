import { describe, expect, test } from "vitest";
import { toEvidence } from "../../../worker/core/conversation/evidence.ts";
import {
  ana,
  asks,
  at,
  byAgent,
  clock,
  comes,
  customer,
  drops,
  ends,
  given,
  goOn,
  life,
  makesLink,
  opens,
  PORTAL,
  refusal,
  says,
  type Step,
  sue,
} from "./support.ts";

const ANA = byAgent(ana);
const SLUG = "Save this: {ReconnectUrl}";
const active = [comes(0), given(20, ana)];
const ids = ({ state }: ReturnType<typeof life>) => toEvidence(state).linkIds;
const revokes = (seconds: number, linkId: string | null, id?: string) =>
  asks(seconds, customer, { type: "revoke-links", linkId }, id);

describe("making one", () => {
  test("C01 with reconnect off no link can be made, by nobody", () => {
    const off = { reconnect: false, holdSeconds: 180, limitSeconds: 180 };
    for (const step of [makesLink(30, customer, "l"), makesLink(30, ANA, "l"), says(30, ANA, SLUG, PORTAL)]) {
      const { reply, lines, state } = life(off, ...active, step);
      expect(reply).toEqual(refusal("reconnect-off"));
      expect(state.links).toEqual([]);
      expect(lines).toHaveLength(1);
    }
  });

  test("C04 no portal URL: the agent is told, and nothing is sent", () => {
    for (const step of [makesLink(30, customer, "l", null), makesLink(30, ANA, "l", null), says(30, ANA, SLUG, null)]) {
      const { reply, state } = life({}, ...active, step);
      expect(reply).toEqual(refusal("no-portal-url"));
      expect(state.links).toEqual([]);
    }
  });

  test("L11 the slug in an agent's words becomes a link of this conversation; its line is the message itself", () => {
    const said = life({}, ...active, says(30, ANA, SLUG, PORTAL, "m1"));
    expect(said.reply).toMatchObject({ ok: true, author: ana, link: { id: "m1", base: PORTAL } });
    expect(said.backstage.links).toEqual([{ id: "m1", by: "agent", madeAt: at(30), openedAt: null }]);
    expect(said.lines).toHaveLength(1);
    const again = goOn(said.state, says(31, ANA, SLUG, PORTAL, "m1"));
    expect(again.state).toBe(said.state);
    expect(again.reply).toMatchObject({ ok: true, link: { id: "m1" } });
  });

  test("L11 words without the slug make none, nor does the slug in a customer's words", () => {
    expect(ids(life({}, ...active, says(30, ANA, "hello", PORTAL)))).toEqual([]);
    const words = life({}, ...active, says(30, customer, SLUG, PORTAL));
    expect(ids(words)).toEqual([]);
    expect(words.reply).toEqual({ ok: true });
  });

  test("L11 L06 in an ended conversation there is none to be had", () => {
    for (const end of [ends(40, customer), ends(40, ANA)]) {
      for (const step of [makesLink(50, customer, "l"), makesLink(50, ANA, "l"), says(50, ANA, SLUG, PORTAL)]) {
        expect(life({}, ...active, end, step).reply).toEqual(refusal("ended"));
      }
    }
  });

  test("a link is recorded by its id alone, and who took it", () => {
    const { reply, lines, state } = life({}, ...active, makesLink(30, ANA, "l"));
    expect(reply).toMatchObject({ ok: true, link: { id: "l", base: PORTAL } });
    expect(lines.at(-1)).toEqual([30, { type: "link-made", linkId: "l", by: "agent" }]);
    const times = { madeAt: at(30), openedAt: null, revokedAt: null };
    expect(state.links).toEqual([{ id: "l", by: "agent", base: PORTAL, ...times }]);
  });

  test("customers take one themselves, also while queued, and asking again get the one they have", () => {
    const { reply, lines, state } = life({}, comes(0), makesLink(5, customer, "l"), makesLink(9, customer, "m"));
    expect(reply).toMatchObject({ ok: true, link: { id: "l" } });
    expect(lines).toHaveLength(1);
    expect(state.links).toHaveLength(1);
  });

  test("a supervisor may take one of any conversation", () => {
    expect(ids(life({}, comes(0), makesLink(5, sue, "l")))).toEqual(["l"]);
  });

  test("L11 at most five live links, and one that is revoked makes room", () => {
    const five = ["a", "b", "c", "d", "e"].map((id) => makesLink(30, ANA, id));
    const full = life({}, ...active, ...five);
    expect(goOn(full.state, makesLink(31, ANA, "f")).reply).toEqual(refusal("too-many-links"));
    expect(goOn(full.state, makesLink(31, customer, "f")).reply).toEqual(refusal("too-many-links"));
    expect(goOn(full.state, says(31, ANA, SLUG, PORTAL, "f")).reply).toEqual(refusal("too-many-links"));
    expect(ids(goOn(full.state, revokes(32, "b"), makesLink(33, ANA, "f")))).toEqual(["a", "c", "d", "e", "f"]);
  });

  test("at five the same id still finds its link", () => {
    const five = ["a", "b", "c", "d", "e"].map((id) => makesLink(30, ANA, id));
    const again = life({}, ...active, ...five, makesLink(31, ANA, "c"));
    expect(again.reply).toMatchObject({ ok: true, link: { id: "c" } });
  });

  test("at most fifty in its life, however many were revoked", () => {
    const rounds = Array.from({ length: 50 }, (_, n) => [makesLink(30, ANA, `l${n}`), revokes(30, `l${n}`)]).flat();
    const before = life({}, ...active, ...rounds.slice(0, -2));
    expect(before.state.links).toHaveLength(49);
    const last = goOn(before.state, ...rounds.slice(-2));
    expect(last.replies[0]).toMatchObject({ ok: true, link: { id: "l49" } });
    expect(ids(last)).toEqual([]);
    for (const step of [makesLink(31, ANA, "x"), makesLink(31, customer, "x"), says(31, ANA, SLUG, PORTAL, "x")]) {
      expect(goOn(last.state, step)).toMatchObject({ state: last.state, reply: refusal("too-many-links") });
    }
  });
});

describe("the portal moves", () => {
  const NEW = "https://new.example/";
  const made: Step[] = [...active, makesLink(30, customer, "l"), makesLink(30, ANA, "m"), opens(31, "l")];
  const before = life({}, ...made).state;

  test("C04 a link that is asked for again leads to where it is now, and is the same link", () => {
    const again: [step: Step, id: string][] = [
      [makesLink(40, customer, "l", NEW), "l"],
      [makesLink(40, customer, "other", NEW), "l"],
      [makesLink(40, ANA, "m", NEW), "m"],
      [says(40, ANA, SLUG, NEW, "m"), "m"],
    ];
    for (const [step, id] of again) {
      const moved = goOn(before, step);
      expect(moved.reply).toMatchObject({ ok: true, link: { id, base: NEW } });
      expect(moved.lines).toEqual([]);
      const was = before.links.find((link) => link.id === id);
      expect(moved.state.links.find((link) => link.id === id)).toEqual({ ...was, base: NEW });
      expect(moved.state.links).toHaveLength(2);
    }
  });

  test("C04 it moves where five are live too", () => {
    const five = ["a", "b", "c", "d", "e"].map((id) => makesLink(30, ANA, id));
    expect(life({}, ...active, ...five, makesLink(31, ANA, "c", NEW)).reply).toMatchObject({
      ok: true,
      link: { id: "c" },
    });
  });

  test("C04 it is taken away: no link is to be had, not even one that is there", () => {
    for (const step of [
      makesLink(40, customer, "l", null),
      makesLink(40, customer, "other", null),
      makesLink(40, ANA, "m", null),
      says(40, ANA, SLUG, null, "m"),
    ]) {
      expect(goOn(before, step)).toMatchObject({ state: before, lines: [], reply: refusal("no-portal-url") });
    }
  });
});

describe("revoking", () => {
  const two: Step[] = [...active, makesLink(30, customer, "l"), makesLink(31, ANA, "m")];

  test("L10 one link dies at once; the conversation and its people go on", () => {
    const before = life({}, ...two);
    const after = goOn(before.state, asks(40, ANA, { type: "revoke-links", linkId: "l" }));
    expect(ids(after)).toEqual(["m"]);
    expect(after.lines).toEqual([[40, { type: "links-revoked", linkIds: ["l"] }]]);
    expect(after.state.phase).toEqual(before.state.phase);
    expect(after.state.generation).toBe(before.state.generation);
  });

  test("L10 all of them", () => {
    const after = life({}, ...two, revokes(40, null));
    expect(ids(after)).toEqual([]);
    expect(after.lines.at(-1)).toEqual([40, { type: "links-revoked", linkIds: ["l", "m"] }]);
  });

  test("one that is not there: nothing to do, and nothing to write", () => {
    const before = life({}, ...two);
    const after = goOn(before.state, revokes(40, "x"));
    expect(after.reply).toEqual({ ok: true });
    expect(after.lines).toEqual([]);
    expect(after.state.links).toEqual(before.state.links);
  });

  test("what was revoked stays so: it is kept, and its id never makes a link again", () => {
    const after = life({}, ...two, revokes(40, "l"));
    expect(after.state.links.map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
      ["l", at(40)],
      ["m", null],
    ]);
    expect(after.backstage.links.map(({ id }) => id)).toEqual(["m"]);
    for (const step of [
      makesLink(41, customer, "l"),
      makesLink(41, ANA, "l"),
      makesLink(41, ANA, "l", "https://new.example/"),
      says(41, ANA, SLUG, PORTAL, "l"),
    ]) {
      expect(goOn(after.state, step)).toMatchObject({ state: after.state, lines: [], reply: refusal("gone") });
    }
  });

  test("what was revoked is not revoked again, by itself or with all", () => {
    const after = life({}, ...two, revokes(40, "l"));
    expect(goOn(after.state, revokes(41, "l")).lines).toEqual([]);
    const all = goOn(after.state, revokes(42, null));
    expect(all.lines).toEqual([[42, { type: "links-revoked", linkIds: ["m"] }]]);
    expect(all.state.links.map(({ revokedAt }) => revokedAt)).toEqual([at(40), at(42)]);
  });

  test("a customer whose link was revoked gets a fresh one", () => {
    const { reply } = life({}, ...two, revokes(40, "l"), makesLink(41, customer, "n"));
    expect(reply).toMatchObject({ ok: true, link: { id: "n" } });
  });
});

describe("opening", () => {
  test("L01 agents see that it was opened; the customer is still away until their first input", () => {
    const steps = [...active, makesLink(30, customer, "l"), drops(50), opens(80, "l")];
    const opened = life({}, ...steps);
    expect(opened.backstage.links).toEqual([{ id: "l", by: "customer", madeAt: at(30), openedAt: at(80) }]);
    expect(opened.view.phase).toMatchObject({ state: "active", customer: { at: "away", since: at(50) } });
    const back = goOn(opened.state, comes(92));
    expect(back.lines).toEqual([[92, { type: "back", afterSeconds: 42 }]]);
  });

  test("L09 opening it a hundred times changes nothing but when it was opened", () => {
    const before = life({}, ...active, makesLink(30, customer, "l"), drops(50), clock(80));
    const often = goOn(before.state, ...Array.from({ length: 100 }, (_, n) => opens(80 + n, "l")));
    expect(often.lines).toEqual([]);
    expect(often.summary).toEqual(before.summary);
    expect(often.view).toEqual(before.view);
  });

  test("L07 one that is not there is not noted", () => {
    const before = life({}, ...active, makesLink(30, customer, "l"));
    expect(goOn(before.state, opens(40, "x")).state).toBe(before.state);
    const revoked = goOn(before.state, revokes(41, "l")).state;
    expect(goOn(revoked, opens(42, "l")).state).toBe(revoked);
  });

  test("L06 the end keeps what was a link apart from what never was, so that it can say that it is over", () => {
    const over = life({}, ...active, makesLink(30, customer, "l"), ends(40, ANA));
    const { ended, linkIds } = toEvidence(over.state);
    expect(ended).toEqual({ at: at(40), by: "agent", reason: "ended" });
    expect(linkIds).toEqual(["l"]);
    const late = goOn(over.state, revokes(41, "l"));
    expect(late.lines).toEqual([]);
    expect(toEvidence(late.state)).toEqual(toEvidence(over.state));
    expect(goOn(over.state, opens(41, "l")).state).toBe(over.state);
  });
});
