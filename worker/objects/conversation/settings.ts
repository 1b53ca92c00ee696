import type { Env } from "../../env.ts";
import { ORGANISATION_NAME } from "../../env.ts";
import type { Ledger } from "./ledger.ts";

/** How long an answer of the organisation is waited for, in milliseconds. */
const PATIENCE_MS = 3_000;

/**
 * What a conversation does not freeze: asked for when it is needed, so that a change applies at once. Each rejects if the
 * organisation does not answer in time.
 */
export interface Settings {
  /** The widget's portal URL; null if there is none. */
  portalUrl(): Promise<string | null>;
  /** Whether there is such an agent or workstream to transfer to. */
  exists(to: { agentId: string } | { workstreamId: string }): Promise<boolean>;
  /** The role of whoever has this session now; null if it has ended. */
  roleNow(sessionId: string): Promise<"agent" | "supervisor" | null>;
}

export function settingsFor(env: Env, ledger: Ledger): Settings {
  const organisation = () => env.ORGANISATION.getByName(ORGANISATION_NAME);
  return {
    portalUrl: async () =>
      (await inTime(organisation().readWidget(ledger.state.terms.widgetId)))?.widget.reconnect.portalUrl ?? null,
    exists: (to) => inTime(organisation().hasTarget(to)),
    roleNow: async (sessionId) => (await inTime(organisation().findSession(sessionId)))?.role ?? null,
  };
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  // A timer keeps the object awake; this one no longer than the question itself, and it is cleared with the answer.
  const timer = setTimeout(() => late.reject(new Error("the organisation did not answer in time")), PATIENCE_MS);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
