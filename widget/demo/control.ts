import * as v from "valibot";
import { DemoFaults, DemoPlace } from "#protocol/demo.ts";
import type { DemoWish } from "#protocol/demo.ts";

/** What breaks and mends things for the demo, in the program that `npm start` runs. */
export interface Control {
  /** Rejects if it could not be done. */
  wish(wish: DemoWish): Promise<void>;
}

/** Where everything stands, and somebody signed in to the console; null where there is no demo. */
export async function enterDemo(): Promise<DemoPlace | null> {
  const place = await fetch("/v1/demo");
  if (!place.ok) return null;
  const session = await fetch("/v1/demo/session", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  return session.ok ? v.parse(DemoPlace, await place.json()) : null;
}

/** Follows what is broken, until the program is gone. */
export async function openControl(
  { url, token }: DemoPlace["control"],
  hear: (faults: DemoFaults) => void,
  gone: () => void,
): Promise<Control> {
  const authorization = `Bearer ${token}`;
  const answer = await fetch(`${url}/faults`, { headers: { authorization } });
  if (answer.body === null || !answer.ok) throw new Error("The demo's control does not answer.");
  void follow(answer.body, hear)
    .catch(() => undefined)
    .then(gone);
  return {
    wish: async (wish) => {
      const done = await fetch(`${url}/faults`, {
        method: "PUT",
        headers: { authorization, "content-type": "application/json" },
        body: JSON.stringify(wish),
      });
      if (!done.ok) throw new Error(`The demo could not do that (${done.status}).`);
    },
  };
}

async function follow(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  hear: (faults: DemoFaults) => void,
): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(v.parse(DemoFaults, JSON.parse(line)));
  }
}

/** The first of the origins that this browser can reach. */
export async function reachable(origins: readonly string[]): Promise<string> {
  for (const origin of origins) {
    const found = await fetch(`${origin}/alive`, { mode: "no-cors" }).catch(() => null);
    if (found !== null) return origin;
  }
  return origins.at(-1) ?? "";
}
