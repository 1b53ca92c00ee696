import { describe, expect, test } from "vitest";
import type { PromptMode } from "#protocol/settings.ts";
import {
  decideResume,
  type Evidence,
  type Identity,
  type Question,
  REAL_ABSENCE_MS,
  type Resumption,
} from "../../../worker/core/resume.ts";

const NOW = 1_700_000_000_000;
const ANNA: Identity = { kind: "valid", sub: "anna" };
const BERT: Identity = { kind: "valid", sub: "bert" };
const NOBODY: Identity = { kind: "none" };
const OVER = { at: NOW - 1_000, by: "limit", reason: "expired" } as const;

/** A guest's live conversation that this widget's customer started on their laptop, with one live link `l`. */
function talk(change: Partial<Evidence> = {}): Evidence {
  return {
    conversationId: "talk",
    widgetId: "shop",
    subject: null,
    starter: "laptop",
    generation: 1,
    reconnect: true,
    linkIds: ["l"],
    startedAt: NOW - 600_000,
    ended: null,
    awaySince: null,
    holdUntil: null,
    resumableUntil: null,
    agentName: "Ana",
    customerName: null,
    ...change,
  };
}

/** Anna's own. */
const annas = (change: Partial<Evidence> = {}) => talk({ conversationId: "annas", subject: "anna", ...change });
const link = (evidence: Evidence | null, linkId = "l") => ({ link: { evidence, linkId } });
const credential = (evidence: Evidence | null, device = "laptop", generation = 1) => ({
  credential: { evidence, device, generation },
});

function ask(shown: Partial<Question>): Resumption {
  return decideResume(
    {
      widgetId: "shop",
      prompt: "return",
      identity: NOBODY,
      link: null,
      credential: null,
      own: [],
      continue: false,
      ...shown,
    },
    NOW,
  );
}

const resume = (conversationId: string, via: "link" | "credential" | "identity", more = {}) => ({
  answer: "resume",
  conversationId,
  via,
  claim: false,
  drop: false,
  ...more,
});
const none = { answer: "none", drop: false };
const clear = { answer: "none", drop: true };

describe("guests", () => {
  test("P01 nothing to show: nothing to resume", () => {
    expect(ask({})).toEqual(none);
  });

  test("L01 a link in a browser with empty storage: right back, without questions", () => {
    expect(ask(link(talk()))).toEqual(resume("talk", "link"));
    expect(ask(link(talk({ awaySince: NOW - 999_000 })))).toEqual(resume("talk", "link"));
  });

  test("L02 the same link in the original browser: the same conversation", () => {
    expect(ask({ ...link(talk()), ...credential(talk()) })).toEqual(resume("talk", "link"));
  });

  test("L04 L05 L06 a link too late: ended, and nothing to read where the credential is not held", () => {
    for (const by of ["limit", "agent", "customer"] as const) {
      const over = talk({ ended: { ...OVER, by } });
      expect(ask(link(over))).toEqual({ answer: "ended", evidence: over, via: "link", readable: false, drop: false });
    }
  });

  test("L06 the browser that holds the credential may still read it", () => {
    const over = talk({ ended: OVER });
    const answer = ask({ ...link(over), ...credential(over) });
    expect(answer).toEqual({ answer: "ended", evidence: over, via: "link", readable: true, drop: false });
  });

  const USELESS: [why: string, Partial<Question>][] = [
    ["unknown", link(null)],
    ["revoked", link(talk(), "revoked")],
    ["revoked, of an ended conversation", link(talk({ ended: OVER }), "revoked")],
    ["of another widget", link(talk({ widgetId: "other" }))],
    ["of another customer's", { ...link(annas()), identity: BERT }],
    ["of another customer's, ended", { ...link(annas({ ended: OVER })), identity: BERT }],
    ["of an owned one, without its identity", link(annas())],
    ["with reconnect off", link(talk({ reconnect: false }))],
  ];
  test.each(USELESS)("L07 a link that is %s: as if it never existed", (_why, shown) => {
    expect(ask(shown)).toEqual(none);
    const beside = { ...shown, ...credential(talk({ conversationId: "mine" })) };
    expect(ask(beside)).toMatchObject({ answer: "resume", conversationId: "mine" });
  });

  test("L10 a revoked link is dead; a session that it opened goes on", () => {
    const revoked = talk({ linkIds: [] });
    expect(ask(link(revoked))).toEqual(none);
    expect(ask(credential(revoked, "phone"))).toEqual(resume("talk", "credential"));
  });

  test("L12 a dead link in a browser that holds a live chat: the live chat resumes", () => {
    const shown = { ...link(talk({ ended: OVER })), ...credential(talk({ conversationId: "mine" })) };
    expect(ask(shown)).toEqual(resume("mine", "credential"));
  });

  test("L12 its end shows only where nothing can be resumed, and before that of a stored credential", () => {
    const [dead, old] = [talk({ ended: OVER }), talk({ conversationId: "mine", ended: OVER })];
    const answer = ask({ ...link(dead), ...credential(old) });
    expect(answer).toEqual({ answer: "ended", evidence: dead, via: "link", readable: false, drop: false });
  });

  test("a live link goes before the live chat that this browser holds", () => {
    expect(ask({ ...link(talk()), ...credential(talk({ conversationId: "mine" })) })).toEqual(resume("talk", "link"));
  });

  test("T01 the stored credential of a live chat, however long the absence, without questions", () => {
    for (const prompt of ["return", "always", "never"] as const) {
      expect(ask({ prompt, ...credential(talk({ awaySince: NOW - 999_000 })) })).toEqual(resume("talk", "credential"));
    }
  });

  test("T02 the stored credential of a closed conversation: ended, and readable until dismissed", () => {
    const over = talk({ ended: OVER });
    const answer = ask(credential(over));
    expect(answer).toEqual({ answer: "ended", evidence: over, via: "credential", readable: true, drop: false });
  });

  test("T03 a conversation unknown to the server, or a credential that cannot be read: a clean slate", () => {
    expect(ask(credential(null))).toEqual(clear);
    expect(ask({ ...credential(null), ...link(talk()) })).toEqual(resume("talk", "link", { drop: true }));
  });

  test("T07 a credential of another widget opens nothing here", () => {
    expect(ask(credential(talk({ widgetId: "other" })))).toEqual(clear);
  });

  test("a credential of an older generation is void", () => {
    expect(ask(credential(talk({ generation: 2 })))).toEqual(clear);
    expect(ask(credential(talk({ generation: 2, ended: OVER })))).toEqual(clear);
    expect(ask(credential(talk({ generation: 2 }), "laptop", 2))).toEqual(resume("talk", "credential"));
  });

  test("C01 with reconnect off the same browser resumes in silence", () => {
    expect(ask(credential(talk({ reconnect: false })))).toEqual(resume("talk", "credential"));
  });
});

describe("verified customers", () => {
  const away = (seconds: number) => annas({ awaySince: NOW - seconds * 1_000 });
  const prompted = (evidence: Evidence, drop = false) => ({ answer: "offer", evidence, drop });
  const straight = resume("annas", "identity");

  test("P01 nothing to resume: no prompt", () => {
    expect(ask({ identity: ANNA })).toEqual(none);
    expect(ask({ identity: ANNA, own: [annas({ ended: OVER })] })).toEqual(none);
  });

  const REAL = REAL_ABSENCE_MS / 1_000;
  type Ask = [where: string, mode: PromptMode, seconds: number | null, holds: boolean, isAsked: boolean];
  const MODES: Ask[] = [
    ["P02 on another device", "return", null, false, true],
    ["P02 on another device, away for long", "return", 600, false, true],
    ["P07 on another device", "always", null, false, true],
    ["P07 on another device", "never", null, false, false],
    ["P07 on a plain refresh", "return", 1, true, false],
    ["P07 on a plain refresh, another tab being open", "return", null, true, false],
    ["P07 just before a real absence", "return", REAL - 0.001, true, false],
    ["P07 after a real absence", "return", REAL, true, true],
    ["P07 on a plain refresh", "always", 1, true, true],
    ["P07 after a real absence", "never", 600, true, false],
  ];
  test.each(MODES)("%s, mode %s, away for %s s", (_where, prompt, seconds, holds, isAsked) => {
    const own = seconds === null ? annas() : away(seconds);
    const shown = { identity: ANNA, prompt, own: [own], ...(holds ? credential(own) : {}) };
    expect(ask(shown)).toEqual(isAsked ? prompted(own) : straight);
    // Chosen at the prompt: nobody is asked twice.
    expect(ask({ ...shown, continue: true })).toEqual(straight);
  });

  test("P02 the credential alone tells of it before the customer object does", () => {
    expect(ask({ identity: ANNA, ...credential(away(600)) })).toEqual(prompted(away(600)));
    expect(ask({ identity: ANNA, ...credential(away(1)) })).toEqual(straight);
  });

  test("P03 P12 continue is judged anew: the limit has passed meanwhile, and that is said", () => {
    const over = annas({ ended: OVER });
    const onPhone = ask({ identity: ANNA, own: [over], continue: true });
    expect(onPhone).toMatchObject({ answer: "ended", evidence: over, via: "identity", drop: false });
    const atHome = ask({ identity: ANNA, own: [], continue: true, ...credential(over) });
    expect(atHome).toMatchObject({ answer: "ended", evidence: over, readable: true });
  });

  test("P08 user B on A's browser: never sees nor is offered A's, and A's credential is cleared", () => {
    expect(ask({ identity: BERT, ...credential(annas()) })).toEqual(clear);
    expect(ask({ identity: BERT, ...credential(annas({ ended: OVER })) })).toEqual(clear);
    expect(ask({ identity: BERT, ...credential(annas()), ...link(annas()) })).toEqual(clear);
    expect(ask({ identity: BERT, ...credential(annas()), own: [annas()], continue: true })).toEqual(clear);
  });

  test("P08 B's own is offered instead", () => {
    const berts = talk({ conversationId: "berts", subject: "bert" });
    expect(ask({ identity: BERT, ...credential(annas()), own: [berts] })).toEqual(prompted(berts, true));
  });

  test("an owned conversation always needs its identity; a page that does not know them yet clears nothing", () => {
    expect(ask(credential(annas()))).toEqual(none);
    expect(ask({ ...credential(annas()), ...link(annas()) })).toEqual(none);
    expect(ask(credential(annas({ generation: 2 })))).toEqual(clear);
    expect(ask(credential(annas({ widgetId: "other" })))).toEqual(clear);
  });

  test("P09 an identity that is not good: refused, whatever else is shown; nothing is resumed", () => {
    const all = { ...credential(talk()), ...link(talk()), own: [annas()], continue: true };
    const refused = (reason: string) => ({ answer: "refused", reason });
    expect(ask({ ...all, identity: { kind: "invalid" } })).toEqual(refused("identity-invalid"));
    expect(ask({ ...all, identity: { kind: "expired" } })).toEqual(refused("identity-expired"));
  });

  test("L01 a link of one's own goes right back, on any device, whatever the mode", () => {
    for (const prompt of ["return", "always", "never"] as const) {
      const shown = { identity: ANNA, prompt, own: [annas()], ...link(annas()) };
      expect(ask(shown)).toEqual(resume("annas", "link"));
    }
  });

  test("L12 a dead link beside one's own live chat: that is offered", () => {
    const shown = { identity: ANNA, own: [annas()], ...link(talk({ ended: OVER })) };
    expect(ask(shown)).toEqual(prompted(annas()));
    expect(ask({ ...shown, own: [] })).toMatchObject({ answer: "ended", via: "link", readable: false });
  });

  test("an ended one in hand beside another of one's own: that is offered", () => {
    const old = annas({ conversationId: "old", ended: OVER });
    expect(ask({ identity: ANNA, own: [annas()], ...credential(old) })).toEqual(prompted(annas()));
    expect(ask({ identity: ANNA, ...credential(old) })).toMatchObject({ answer: "ended", via: "credential" });
  });

  test("the newest of several, unless this browser holds one", () => {
    const older = annas({ conversationId: "older", startedAt: 1 });
    const newer = annas({ conversationId: "newer", startedAt: 2 });
    const shown = { identity: ANNA, prompt: "never", own: [older, newer] } satisfies Partial<Question>;
    expect(ask(shown)).toEqual(resume("newer", "identity"));
    expect(ask({ ...shown, own: [newer, older] })).toEqual(resume("newer", "identity"));
    expect(ask({ ...shown, ...credential(older) })).toEqual(resume("older", "identity"));
  });

  test("T07 one's own of another widget is not offered here", () => {
    expect(ask({ identity: ANNA, own: [annas({ widgetId: "other" })] })).toEqual(none);
  });

  describe("with reconnect off", () => {
    const off = (change: Partial<Evidence> = {}) => annas({ reconnect: false, ...change });

    test("C01 no prompt on another device", () => {
      expect(ask({ identity: ANNA, own: [off()] })).toEqual(none);
      expect(ask({ identity: ANNA, own: [off()], prompt: "never" })).toEqual(none);
      expect(ask({ identity: ANNA, own: [off()], ...link(off()) })).toEqual(none);
    });

    test("C01 choosing to continue does not open, nor declare over, what lives in another browser", () => {
      expect(ask({ identity: ANNA, own: [off()], continue: true })).toEqual(none);
    });

    test("C01 in the same browser it goes on in silence, whatever the mode and the absence", () => {
      for (const prompt of ["return", "always", "never"] as const) {
        const own = off({ awaySince: NOW - 170_000 });
        expect(ask({ identity: ANNA, prompt, own: [own], ...credential(own) })).toEqual(straight);
      }
    });
  });
});

describe("a guest's chat whose customer signs in", () => {
  test("P11 in the browser that started it: resumed, and claimed", () => {
    expect(ask({ identity: ANNA, ...credential(talk()) })).toEqual(resume("talk", "credential", { claim: true }));
    const byLink = ask({ identity: ANNA, ...credential(talk()), ...link(talk()) });
    expect(byLink).toEqual(resume("talk", "link", { claim: true }));
  });

  test("P11 someone else who opens the link does not come to own it", () => {
    expect(ask({ identity: BERT, ...link(talk()) })).toEqual(resume("talk", "link"));
    expect(ask({ identity: BERT, ...credential(talk(), "phone") })).toEqual(resume("talk", "credential"));
    expect(ask({ identity: BERT, ...link(talk()), ...credential(talk(), "phone") })).toEqual(resume("talk", "link"));
  });

  test("P11 a credential of another chat from the same browser claims nothing", () => {
    const shown = { identity: ANNA, ...link(talk()), ...credential(talk({ conversationId: "other" })) };
    expect(ask(shown)).toEqual(resume("talk", "link"));
  });

  test("P11 who has a live chat of their own keeps that: at most one per widget", () => {
    expect(ask({ identity: ANNA, ...credential(talk()), own: [annas()] })).toEqual(resume("talk", "credential"));
    const before = { identity: ANNA, ...credential(talk()), own: [annas({ ended: OVER })] };
    expect(ask(before)).toMatchObject({ claim: true });
  });

  test("P11 from then on it is theirs on other devices, and a guest's old credential opens nothing", () => {
    const claimed = talk({ subject: "anna", generation: 2 });
    expect(ask({ identity: ANNA, own: [claimed] })).toMatchObject({ answer: "offer", evidence: claimed });
    expect(ask(credential(claimed, "phone", 1))).toEqual(clear);
    expect(ask({ identity: ANNA, own: [claimed], ...credential(claimed, "laptop", 2) })).toEqual(
      resume("talk", "identity"),
    );
  });
});

test("P11 the answer to the sign-in was lost: the browser asks again with the credential from before, and goes on in silence", () => {
  const claimed = talk({ subject: "anna", generation: 2 });
  expect(ask({ identity: ANNA, own: [claimed], ...credential(claimed, "laptop", 1) })).toEqual(
    resume("talk", "identity"),
  );
  expect(ask({ identity: { kind: "valid", sub: "bob" }, ...credential(claimed, "laptop", 1) })).toEqual(clear);
});

describe("identity, then link, then credential, then one's own", () => {
  const linked = talk({ conversationId: "linked" });
  const held = talk({ conversationId: "held" });
  const own = annas({ conversationId: "own" });
  const all = { prompt: "never", ...link(linked), ...credential(held), own: [own] } satisfies Partial<Question>;

  test("each gives way to the one before it", () => {
    expect(ask({ ...all, identity: { kind: "invalid" } })).toMatchObject({ answer: "refused" });
    expect(ask({ ...all, identity: ANNA })).toMatchObject({ conversationId: "linked", via: "link" });
    expect(ask({ ...all, identity: ANNA, link: null })).toMatchObject({ conversationId: "held", via: "credential" });
    expect(ask({ ...all, identity: ANNA, link: null, credential: null })).toMatchObject({
      conversationId: "own",
      via: "identity",
    });
  });

  test("and what is over gives way to whatever is not", () => {
    const [deadLink, deadHeld] = [link({ ...linked, ended: OVER }), credential({ ...held, ended: OVER })];
    expect(ask({ ...all, identity: ANNA, ...deadLink })).toMatchObject({ conversationId: "held" });
    expect(ask({ ...all, identity: ANNA, ...deadLink, ...deadHeld })).toMatchObject({ conversationId: "own" });
    expect(ask({ ...all, identity: ANNA, ...deadLink, ...deadHeld, own: [] })).toMatchObject({
      answer: "ended",
      via: "link",
    });
    expect(ask({ ...all, identity: ANNA, link: null, ...deadHeld, own: [] })).toMatchObject({
      answer: "ended",
      via: "credential",
    });
  });
});
