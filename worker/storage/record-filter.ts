import type { RecordFilter } from "#protocol/records.ts";
import type { SqlValue } from "./sql.ts";

/** A condition with what is bound in it. */
export interface Clause {
  text: string;
  values: SqlValue[];
}

/** The conditions that records and insights share. */
export function filterClauses({ widgetId, workstreamId, agentId, from, until }: RecordFilter): Clause[] {
  const clauses: Clause[] = [];
  if (widgetId !== undefined) clauses.push({ text: "widget_id = ?", values: [widgetId] });
  if (workstreamId !== undefined) clauses.push({ text: "workstream_id = ?", values: [workstreamId] });
  if (agentId !== undefined) clauses.push(hadBy(agentId));
  if (from !== undefined) clauses.push({ text: "ended_at >= ?", values: [from] });
  if (until !== undefined) clauses.push({ text: "ended_at < ?", values: [until] });
  return clauses;
}

/** It was in this agent's hands at some time. */
export function hadBy(agentId: string): Clause {
  return {
    text: "EXISTS (SELECT 1 FROM record_agents WHERE record_agents.n = records.n AND agent_id = ?)",
    values: [agentId],
  };
}
