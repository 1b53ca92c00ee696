import { exports } from "cloudflare:workers";

export const OWN = "https://rejoin.example";
/** As the test project's bindings say. */
export const SETUP_SECRET = "test-setup-secret-test-setup-secret";

export interface Ask {
  method?: string;
  body?: unknown;
  /** Replaces or, with null, takes away what a browser would send. */
  headers?: Record<string, string | null>;
}

/** An answer that was read to its end: an unread body would keep the object from being evicted. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

/** A browser on the console's page, as far as HTTP goes: keeps the cookie, says `Origin` as browsers do. */
export class ConsoleBrowser {
  readonly #origin: string;
  cookie: string | null = null;

  constructor(origin: string = OWN) {
    this.#origin = origin;
  }

  async ask(path: string, { method = "GET", body, headers = {} }: Ask = {}): Promise<Answer> {
    const sent = new Headers();
    if (method !== "GET") sent.set("origin", this.#origin);
    if (body !== undefined) sent.set("content-type", "application/json");
    if (this.cookie !== null) sent.set("cookie", this.cookie);
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) sent.delete(name);
      else sent.set(name, value);
    }
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const answer = await exports.default.fetch(
      new Request(this.#origin + path, { method, headers: sent, ...(body !== undefined && { body: text }) }),
    );
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.includes("Max-Age=0") ? null : (set.split(";")[0] ?? null);
    const said = await answer.text();
    return { status: answer.status, headers: answer.headers, body: said === "" ? null : JSON.parse(said) };
  }

  /** Opens a socket with a fresh ticket. */
  async socket(path: string): Promise<WebSocket> {
    const { body } = await this.ask("/v1/tickets", { method: "POST" });
    return openSocket(this.#origin + path, (body as { ticket: string }).ticket);
  }
}

export async function openSocket(url: string, ticket: string): Promise<WebSocket> {
  const answer = await exports.default.fetch(
    new Request(url, { headers: { upgrade: "websocket", "sec-websocket-protocol": `rejoin.v1, ${ticket}` } }),
  );
  const { webSocket } = answer;
  if (webSocket === null) throw new Error(`no socket: ${answer.status} ${await answer.text()}`);
  webSocket.accept();
  return webSocket;
}

/** The owner, signed in by a set-up link. */
export async function owner(): Promise<ConsoleBrowser> {
  const browser = new ConsoleBrowser();
  const token = await setupToken();
  await browser.ask("/v1/sessions", { method: "POST", body: { token, name: "Olga" } });
  return browser;
}

export async function setupToken(): Promise<string> {
  const { body } = await new ConsoleBrowser().ask("/v1/setup-links", {
    method: "POST",
    headers: { authorization: `Bearer ${SETUP_SECRET}` },
  });
  return (body as { token: string }).token;
}

/** The demo's agent, who is no supervisor. */
export async function ana(): Promise<ConsoleBrowser> {
  const browser = new ConsoleBrowser();
  await browser.ask("/v1/demo/session", { method: "POST" });
  return browser;
}
