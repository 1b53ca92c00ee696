import { jwtVerify } from "jose";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Change } from "#protocol/changes.ts";
import { changeInWords, fieldsInWords } from "../../../widget/agent/settings/change-words.ts";
import { clocksOf, story } from "../../../widget/agent/settings/core/clocks.ts";
import { countIn, inBrief, inWords, secondsFrom, unitFor } from "../../../widget/agent/settings/core/durations.ts";
import { serverExamples, tagFor } from "../../../widget/agent/settings/examples.ts";
import { snippet } from "../../support/snippets.ts";

afterEach(() => void vi.unstubAllEnvs());

describe("durations", () => {
  test.each([
    [0, "minutes", "0", "0 minutes", "0 min"],
    [45, "seconds", "45", "45 seconds", "45 s"],
    [60, "minutes", "1", "1 minute", "1 min"],
    [90, "seconds", "90", "90 seconds", "90 s"],
    [300, "minutes", "5", "5 minutes", "5 min"],
    [750, "minutes", "12.5", "12 minutes 30 seconds", "12.5 min"],
    [3_600, "minutes", "60", "60 minutes", "60 min"],
    [10_800, "hours", "3", "3 hours", "3 h"],
    [2_592_000, "days", "30", "30 days", "30 d"],
  ] as const)("%d s is shown in %s", (seconds, unit, count, words, brief) => {
    expect(unitFor(seconds)).toBe(unit);
    expect(countIn(unit, seconds)).toBe(count);
    expect(secondsFrom(count, unit)).toBe(seconds);
    expect([inWords(seconds), inBrief(seconds)]).toEqual([words, brief]);
  });

  test("what is no number stays what it is; a comma counts as a point", () => {
    expect(secondsFrom("1,5", "minutes")).toBe(90);
    expect(["", " ", "-", "soon", "1e"].map((text) => secondsFrom(text, "minutes"))).toEqual([
      "",
      " ",
      "-",
      "soon",
      "1e",
    ]);
    expect(secondsFrom("-1", "minutes")).toBe(-60);
    expect(secondsFrom("0.001", "minutes")).toBe(0.06);
  });
});

describe("the two clocks in a sentence", () => {
  const told = (enabled: boolean, hold: number | null, limit: number) => {
    const clocks = clocksOf(enabled, hold, limit);
    return clocks === null ? null : story(clocks, enabled);
  };

  test("each case of them", () => {
    expect(told(true, 300, 1_200)).toContain("for 5 minutes their agent's slot is kept");
    expect(told(true, 300, 1_200)).toContain("Until 20 minutes have passed");
    expect(told(true, 0, 1_200)).toContain("free for others at once");
    expect(told(true, 1_200, 1_200)).toContain("that is how long they can return");
    expect(told(true, 1_500, 1_200)).toBe(
      "The agent would be kept for 25 minutes, but the conversation closes after 20 minutes.",
    );
    expect(told(false, 300, 1_200)).toContain("Reconnect is off.");
    expect([told(true, null, 1_200), told(true, -5, 1_200)]).toEqual([null, null]);
  });

  test("shares are of the line, whichever is longer", () => {
    expect(clocksOf(true, 300, 1_200)).toMatchObject({ broken: false });
    const broken = clocksOf(true, 1_500, 1_200);
    expect(broken?.broken).toBe(true);
    expect(broken === null || (broken.holdShare <= 1 && broken.limitShare < broken.holdShare)).toBe(true);
  });
});

describe("a change in words", () => {
  const change = (more: Partial<Change>): Change => ({
    at: 0,
    by: { id: "owner", name: "Olga" },
    kind: "widget",
    targetId: "shop",
    name: "Shop",
    action: "changed",
    fields: [],
    ...more,
  });
  const nameOf = (id: string) => (id === "general" ? "General" : id);
  const fields = (of: Change) => fieldsInWords(of, nameOf, (at) => `at ${at}`);

  test("who did what to what", () => {
    const active = (after: boolean) => [{ field: "active", before: !after, after }];
    expect(changeInWords(change({}))).toBe("changed widget “Shop”");
    expect(changeInWords(change({ kind: "agent", name: "Bo", targetId: "bo", fields: active(false) }))).toBe(
      "deactivated agent “Bo”",
    );
    expect(changeInWords(change({ kind: "agent", name: "Bo", targetId: "bo", fields: active(true) }))).toBe(
      "activated agent “Bo”",
    );
    expect(changeInWords(change({ kind: "agent", targetId: "owner", action: "made" }))).toBe(
      "signed in for the first time",
    );
    expect(changeInWords(change({ kind: "quick-replies" }))).toBe("changed the quick replies");
    expect(changeInWords(change({ action: "keys-changed" }))).toBe("changed the identity keys of widget “Shop”");
  });

  test("each field by its name, durations and lists as people say them", () => {
    const said = fields(
      change({
        fields: [
          { field: "reconnect.previousAgentForSeconds", before: 300, after: 90 },
          { field: "reconnect.enabled", before: false, after: true },
          { field: "reconnect.redirectUrl", before: null, after: "https://late.example" },
          { field: "workstreamId", before: "general", after: "sales" },
          { field: "identity.previous.until", before: null, after: 7 },
        ],
      }),
    );
    expect(said).toEqual([
      { name: "Reconnect to previous agent for", before: "5 minutes", after: "90 seconds" },
      { name: "Turn on reconnect", before: "no", after: "yes" },
      { name: "Redirect URL", before: null, after: "https://late.example" },
      { name: "Workstream", before: "General", after: "sales" },
      { name: "Old keys good until", before: null, after: "at 7" },
    ]);
  });

  test("of what is new, only what somebody said", () => {
    const made = change({
      action: "made",
      fields: [
        { field: "origins", before: null, after: ["https://shop.example"] },
        { field: "looks.accent", before: null, after: "#3b6fd4" },
      ],
    });
    expect(fields(made)).toEqual([{ name: "Allowed origins", before: null, after: "https://shop.example" }]);
  });
});

describe("get the code", () => {
  test("the tag names server and widget; examples name the audience and algorithm, and never a key", () => {
    expect(tagFor("shop", "https://chat.example")).toBe(
      '<script async src="https://chat.example/rejoin.js" data-widget="shop"></script>',
    );
    const secret = "s".repeat(43);
    const by = (keys: object) =>
      JSON.stringify(serverExamples({ identity: { audience: "aud-1", keys: keys as never } }));
    const hmac = by({ kind: "secret", secret });
    expect(hmac).toContain("aud-1");
    expect(hmac).toContain("HS256");
    expect(hmac).not.toContain(secret);
    expect(by({ kind: "public-key", algorithm: "ES256", pem: "PEM" })).toContain("ES256");
  });

  const bySecret = serverExamples({ identity: { audience: "AUDIENCE", keys: { kind: "secret", secret: "" } } });

  test.for(bySecret)("docs/embedding.md shows the same for $name", ({ name, text }) => {
    const language = { Node: "js", Python: "python", PHP: "php", Ruby: "ruby" }[name] ?? "";
    expect(snippet("docs/embedding.md", language, "REJOIN_SECRET")).toBe(`${text}\n`);
  });

  test("the one for Node signs what the widget's secret proves", async () => {
    const secret = "s".repeat(43);
    vi.stubEnv("REJOIN_SECRET", secret);
    const code = bySecret.find(({ name }) => name === "Node")?.text ?? "";
    const { chatToken } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
      chatToken(customer: { id: number; name: string }): string;
    };
    const { payload } = await jwtVerify(chatToken({ id: 7, name: "Lotte Šmíd" }), new TextEncoder().encode(secret), {
      algorithms: ["HS256"],
      audience: "AUDIENCE",
      requiredClaims: ["exp"],
    });
    expect(payload).toMatchObject({ sub: "7", name: "Lotte Šmíd" });
  });
});
