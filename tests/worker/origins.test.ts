import { reset } from "cloudflare:test";
import { exports } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { forgetWidgets } from "../../worker/middleware/settings-cache.ts";
import { OWN } from "./console-browser.ts";

beforeEach(async () => {
  await reset();
  forgetWidgets();
});

/** Where the demo's widget may be used. */
const ALLOWED = "http://localhost:8787";

async function ask(path: string, init: RequestInit = {}) {
  const answer = await exports.default.fetch(new Request(OWN + path, init));
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe("the widget API answers pages of the widget's own origins", () => {
  test("an allowed origin may read, exactly that one, and caches are told", async () => {
    const { status, headers } = await ask("/v1/widgets/demo", { headers: { origin: ALLOWED } });
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe(ALLOWED);
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("vary")).toContain("Origin");
  });

  test.each([
    "https://evil.example",
    "null",
    "http://localhost",
    "http://localhost:8788",
    "https://localhost:8787",
    "http://localhost:8787.evil.example",
    "http://rejoin.example",
  ])("%s may not, by any method", async (origin) => {
    for (const init of [{}, { method: "POST", body: "{}" }, { method: "OPTIONS" }]) {
      for (const path of ["/v1/widgets/demo", "/v1/widgets/demo/resume", "/v1/widgets/demo/conversations"]) {
        const { status, headers, text } = await ask(path, {
          ...init,
          headers: { origin, "content-type": "application/json" },
        });
        expect([status, JSON.parse(text).code]).toEqual([403, "forbidden-origin"]);
        // A page may read that it may not, where it asks without sending anything.
        expect(headers.get("access-control-allow-origin")).toBe(init.method === undefined ? "*" : null);
        expect(headers.get("vary")).toContain("Origin");
      }
    }
  });

  test("without an Origin there is no page of another site to keep out", async () => {
    const { status, headers } = await ask("/v1/widgets/demo");
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  test("where the demo is on, its own page may, on whatever port it is served", async () => {
    const { status, headers } = await ask("/v1/widgets/demo", { headers: { origin: OWN } });
    expect(status).toBe(200);
    expect(headers.get("access-control-allow-origin")).toBe(OWN);
  });

  test("a preflight grants what the widget needs", async () => {
    const { status, headers } = await ask("/v1/widgets/demo/resume", {
      method: "OPTIONS",
      headers: {
        origin: ALLOWED,
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(ALLOWED);
    expect(headers.get("access-control-allow-methods")).toBe("GET, POST");
    expect(headers.get("access-control-allow-headers")).toContain("Content-Type");
  });

  test("errors can be read by the allowed page too", async () => {
    const { status, headers, text } = await ask("/v1/widgets/demo/resume", {
      method: "POST",
      body: "{",
      headers: { origin: ALLOWED, "content-type": "application/json" },
    });
    expect([status, JSON.parse(text).code]).toEqual([400, "bad-request"]);
    expect(headers.get("access-control-allow-origin")).toBe(ALLOWED);
  });

  test.each(["/v1/widgets/nowhere", "/v1/widgets/..%2Fdemo", `/v1/widgets/${"x".repeat(65)}`])(
    "%s is not there",
    async (path) => {
      const { status, text } = await ask(path, { headers: { origin: ALLOWED } });
      expect([status, JSON.parse(text).code]).toEqual([404, "not-found"]);
    },
  );
});

describe("every answer", () => {
  test.each(["/v1/widgets/demo", "/v1/me", "/v1/nothing", "/nothing"])(
    "%s is not guessed at, and tells nobody our addresses",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
    },
  );

  test("problems are problem+json with an id, not to be cached, and say nothing internal", async () => {
    const { headers, text } = await ask("/v1/me");
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(JSON.parse(text)).toEqual({
      type: "urn:rejoin:problem:unauthorised",
      title: "This credential opens nothing here.",
      status: 401,
      code: "unauthorised",
      id: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
    });
  });
});
