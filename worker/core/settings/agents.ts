import { checkAll } from "#protocol/decode.ts";
import { AgentSettings } from "#protocol/settings.ts";
import type { WorkstreamSettings } from "#protocol/settings.ts";
import type { Breach, SettingsVerdict } from "./verdict.ts";
import { invalid, judge, verdictOf } from "./verdict.ts";

/** Who is meant, among whom, and who saves it. */
export interface AgentAround {
  agentId: string;
  agents: ReadonlyMap<string, AgentSettings>;
  byId: string;
}

function isSupervisor({ role, active }: AgentSettings): boolean {
  return role === "supervisor" && active;
}

/** Somebody has to be able to change this back. */
function whoIsLeft(agent: AgentSettings, { agentId, agents, byId }: AgentAround): Breach | null {
  if (!agent.active && agentId === byId) return invalid("active", "You cannot deactivate yourself.");
  const before = agents.get(agentId);
  if (before === undefined || !isSupervisor(before) || isSupervisor(agent)) return null;
  const others = [...agents].some(([id, other]) => id !== agentId && isSupervisor(other));
  if (others) return null;
  const field = agent.active ? "role" : "active";
  return invalid(field, `${before.name} is the only supervisor. Make somebody else one first.`);
}

/** May this be an agent's settings? */
export function checkAgent(
  value: unknown,
  workstreams: ReadonlyMap<string, WorkstreamSettings>,
  around: AgentAround,
): SettingsVerdict<AgentSettings> {
  const read = verdictOf(checkAll(AgentSettings, value));
  if (!read.ok) return read;
  const unknown = read.value.workstreamIds.find((id) => !workstreams.has(id));
  return judge(read.value, [
    unknown === undefined ? null : invalid("workstreamIds", `There is no workstream "${unknown}".`),
    whoIsLeft(read.value, around),
  ]);
}
