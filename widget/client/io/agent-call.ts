import * as v from "valibot";
import { Problem } from "#protocol/bodies.ts";
import { PATIENCE_MS } from "./http.ts";
import type { Fetch } from "./ports.ts";

/** Why the server said no: a code of the closed list and, where a person can mend it, what is wrong and in which fields. */
export interface Refusal {
  ok: false;
  code: string;
  detail: string | null;
  problems: readonly { field: string | null; detail: string }[];
}

/** What a request of the console came to. */
export type AgentResult<T> = { ok: true; value: T } | Refusal;

const UNAVAILABLE: Refusal = { ok: false, code: "unavailable", detail: null, problems: [] };

/** One request of the console, by its session's cookie. Never rejects; whatever could not be answered or read is `unavailable`. */
export async function callAsAgent<S extends v.GenericSchema>(
  fetch: Fetch,
  url: string,
  answer: S,
  init: RequestInit,
): Promise<AgentResult<v.InferOutput<S>>> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { credentials: "include", cache: "no-store", signal, ...init });
    const json: unknown = JSON.parse((await response.text()) || "null");
    if (response.ok) return { ok: true, value: v.parse(answer, json) };
    const { code, detail, problems } = v.parse(Problem, json);
    return { ok: false, code, detail: detail ?? null, problems: problems ?? [] };
  } catch {
    return UNAVAILABLE;
  }
}
