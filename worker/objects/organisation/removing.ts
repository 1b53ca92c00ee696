import type { AgentSettings } from "#protocol/settings.ts";
import type { OrganisationStore } from "../../storage/organisation-store.ts";

/** Why something cannot be removed; null if it can. */
type Removal = { outcome: "in-use"; detail: string } | null;

function conversations(live: number): string {
  return live === 1 ? "1 conversation in it has not ended." : `${live} conversations in it have not ended.`;
}

/** A widget whose customers are in the middle of something is still needed: their next page would show no chat. */
export function whyWidgetStays(live: number): Removal {
  if (live === 0) return null;
  return {
    outcome: "in-use",
    detail: `${conversations(live)} Take its tag off your pages, and remove it when they have.`,
  };
}

/** A workstream stays as long as widgets send conversations there, or some are there. */
export function whyWorkstreamStays(store: OrganisationStore, workstreamId: string, live: number): Removal {
  const removed = store.removed.all();
  const names = [...store.widgets.all()].flatMap(([id, widget]) =>
    widget.workstreamId === workstreamId ? [`"${widget.name}"${removed.has(id) ? " (removed)" : ""}`] : [],
  );
  if (names.length > 0) {
    const [noun, verb] = names.length === 1 ? ["Widget", "sends"] : ["Widgets", "send"];
    const detail = `${noun} ${names.join(", ")} ${verb} conversations here. Choose another workstream there first.`;
    return { outcome: "in-use", detail };
  }
  if (store.workstreams.all().size === 1)
    return { outcome: "in-use", detail: "It is the only workstream; without one nothing can be routed." };
  return live === 0 ? null : { outcome: "in-use", detail: `${conversations(live)} Remove it when they have.` };
}

/** The agents who are in a workstream, as they are without it. */
export function agentsWithout(store: OrganisationStore, workstreamId: string): [string, AgentSettings][] {
  return [...store.agents.all()].flatMap(([agentId, agent]): [string, AgentSettings][] => {
    const workstreamIds = agent.workstreamIds.filter((id) => id !== workstreamId);
    return workstreamIds.length === agent.workstreamIds.length ? [] : [[agentId, { ...agent, workstreamIds }]];
  });
}
