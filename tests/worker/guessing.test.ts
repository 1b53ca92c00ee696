import { listDurableObjectIds } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { mintCredential } from "../../worker/tokens/credential.ts";
import { mintLinkToken } from "../../worker/tokens/link.ts";
import { freshForEach } from "./support/fresh.ts";
import type { Access } from "./support/people.ts";
import { begin, connect, conversationOf, identityOf, resume, rowsOf, talk } from "./support/people.ts";
import type { Wire } from "./support/wire.ts";
import { openWire, OWN, randomId } from "./support/wire.ts";

freshForEach();

const ROOT_KEY = () => env.ROOT_KEY ?? "";
const OTHER_KEY = "another-root-key-another-root-key-another-root-key";

async function conversationIds(): Promise<string[]> {
  return (await listDurableObjectIds(env.CONVERSATION)).map(String).toSorted();
}

/** Everything that comes back: status, headers and body, to the last byte. */
async function wholeAnswer(body: object): Promise<unknown> {
  const request = new Request(`${OWN}/v1/widgets/demo/resume`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const response = await exports.default.fetch(request);
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

async function linkOf(wire: Wire): Promise<{ token: string; linkId: string }> {
  const made = await wire.ask({ type: "make-link", id: randomId() });
  return { token: new URL(made["url"]).hash.slice("#rejoin=".length), linkId: made["linkId"] };
}

/** Tokens that open nothing, each for its own reason. */
async function deadLinks(): Promise<Record<string, string>> {
  const { customer, access } = await talk();
  const { token, linkId } = await linkOf(customer);
  await customer.ask({ type: "revoke-links", id: randomId(), linkId });
  const owned = await connect(await begin({ identity: await identityOf("customer-1") }));
  const [id, link, mac = ""] = token.split(".");
  return {
    "never made, of a conversation that never was": mintLinkToken(ROOT_KEY(), {
      conversationId: randomId(),
      linkId: randomId(),
    }),
    "never made, of a conversation that is": mintLinkToken(ROOT_KEY(), {
      conversationId: access.conversationId,
      linkId: randomId(),
    }),
    revoked: token,
    "another's": (await linkOf(owned)).token,
    "sealed by another key": mintLinkToken(OTHER_KEY, { conversationId: access.conversationId, linkId }),
    malformed: "not a token",
    "without a seal": `${id}.${link}`,
    truncated: token.slice(0, -1),
    "one character more": `${token}A`,
    "another seal of the same length": `${id}.${link}.${mac.slice(1)}${mac.slice(0, 1)}`,
    "a credential in the place of a link": access.credential,
    "of 8,000 characters": "x".repeat(8_000),
  };
}

describe("links that open nothing", () => {
  test("L07 are answered alike, in status, headers and body, as if they had never existed", async () => {
    const nothing = await wholeAnswer({});
    expect(nothing).toMatchObject({ status: 200, body: JSON.stringify({ answer: "none", drop: false }) });
    for (const [reason, link] of Object.entries(await deadLinks())) {
      expect({ reason, answer: await wholeAnswer({ link }) }).toEqual({ reason, answer: nothing });
    }
  });

  test("L07 a new chat can be started after any of them", async () => {
    await resume({ link: "not a token" });
    expect((await begin()).conversationId).toMatch(/^[\w-]{22}$/);
  });

  test("L09 a live link asked for a hundred times changes nothing but what agents see of it", async () => {
    const { access, customer } = await talk();
    const { token } = await linkOf(customer);
    const before = await rowsOf(access, "SELECT seq FROM entries");
    for (let n = 0; n < 100; n += 1) expect(await resume({ link: token })).toMatchObject({ answer: "resume" });
    expect(await rowsOf(access, "SELECT seq FROM entries")).toEqual(before);
    expect((await connect(access)).frames).toBeDefined();
    expect(await conversationOf(access).report()).toMatchObject({ phase: { state: "active", away: null } });
  });
});

describe("guessing costs nothing but a refused request", () => {
  const forgeries = ({ conversationId, credential }: Access) => {
    const name = {
      conversationId: randomId(),
      widgetId: "demo",
      device: randomId(),
      generation: 1,
      identityUntil: null,
    };
    return {
      malformed: "nothing",
      truncated: credential.slice(0, -1),
      "of another key": mintCredential(OTHER_KEY, name),
      "of another key, for one that is": mintCredential(OTHER_KEY, { ...name, conversationId }),
      "with another generation": credential.replace(/\.1\.0\./, ".9.0."),
      "a link in the place of a credential": mintLinkToken(ROOT_KEY(), { conversationId, linkId: randomId() }),
    };
  };

  test("L07 a bad seal wakes no conversation: not by a link, a credential, a socket or the transcript", async () => {
    const access = await begin();
    const before = await conversationIds();
    const guesses = [
      ...Object.values(forgeries(access)),
      mintLinkToken(OTHER_KEY, { conversationId: randomId(), linkId: randomId() }),
    ];
    for (const guess of guesses) {
      await resume({ link: guess });
      await resume({ credential: guess });
      const entries = await exports.default.fetch(
        new Request(`${OWN}/v1/conversation/entries`, { headers: { authorization: `Bearer ${guess}` } }),
      );
      expect(entries.status).toBe(401);
      await entries.text();
      expect(await (await openWire("/v1/conversation/socket", guess)).closed).toBe(4001);
    }
    expect(await conversationIds()).toEqual(before);
  });

  test("the counting sees an object that wakes", async () => {
    const before = await conversationIds();
    await resume({ link: mintLinkToken(ROOT_KEY(), { conversationId: randomId(), linkId: randomId() }) });
    expect((await conversationIds()).length).toBe(before.length + 1);
  });

  test("T03 a credential of ours for a conversation that is not there: cleared, and refused like any other", async () => {
    const credential = mintCredential(ROOT_KEY(), {
      conversationId: randomId(),
      widgetId: "demo",
      device: randomId(),
      generation: 1,
      identityUntil: null,
    });
    expect(await resume({ credential })).toMatchObject({ answer: "none", drop: true });
    expect(await (await connect({ credential })).closed).toBe(4001);
  });
});
