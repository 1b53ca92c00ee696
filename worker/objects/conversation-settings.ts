import type { Env } from "../env.ts";
import { ORGANISATION_NAME } from "../env.ts";
import type { Ledger } from "./conversation-ledger.ts";

/** The settings that a conversation does not freeze: asked for when they are needed, so that a change applies at once. */
export interface Settings {
  /** The widget's portal URL; null if there is none. */
  portalUrl(): Promise<string | null>;
  /** Whether there is such an agent or workstream to transfer to. */
  exists(to: { agentId: string } | { workstreamId: string }): Promise<boolean>;
}

export function settingsFor(env: Env, ledger: Ledger): Settings {
  const organisation = () => env.ORGANISATION.getByName(ORGANISATION_NAME);
  return {
    portalUrl: async () =>
      (await organisation().readWidget(ledger.state.terms.widgetId))?.widget.reconnect.portalUrl ?? null,
    exists: async (to) => {
      const { agents, workstreams } = await organisation().readSettings();
      return "agentId" in to
        ? agents.some((agent) => agent.agentId === to.agentId)
        : workstreams.some((workstream) => workstream.workstreamId === to.workstreamId);
    },
  };
}
