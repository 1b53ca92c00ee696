import type { Sql } from "./sql.ts";

/** What a one-time token lets its holder do: sign in as this agent, or, with null, as the owner. */
export interface TokenGrant {
  agentId: string | null;
}

/** One-time tokens and sessions, under their fingerprints: the secrets themselves are never here. Instants in epoch milliseconds. */
export interface SessionStore {
  putToken(fingerprint: string, grant: TokenGrant, expiresAt: number): void;
  /** What the token grants, if it is there and not expired. */
  readToken(fingerprint: string, now: number): TokenGrant | null;
  spendToken(fingerprint: string): void;
  putSession(fingerprint: string, agentId: string, expiresAt: number): void;
  readSession(fingerprint: string, now: number): { agentId: string; expiresAt: number } | null;
  /** Whether this agent has any session that lives. */
  hasSession(agentId: string, now: number): boolean;
  /** How many sessions each agent has who has any. */
  sessionCounts(now: number): ReadonlyMap<string, number>;
  /** Until when each agent who was invited and has not followed the link can follow it. */
  invitedUntil(now: number): ReadonlyMap<string, number>;
  endSession(fingerprint: string): void;
  endSessionsOf(agentId: string): void;
  /** Unspent tokens too: an invitation that was not used yet must not outlive the order to lock someone out. */
  dropTokensOf(agentId: string): void;
  /** Removes what has expired. */
  sweep(now: number): void;
}

export function createSessionStore(sql: Sql): SessionStore {
  return {
    putToken: (fingerprint, { agentId }, expiresAt) => {
      sql.exec(
        "INSERT INTO tokens (fingerprint, agent_id, expires_at) VALUES (?, ?, ?)",
        fingerprint,
        agentId,
        expiresAt,
      );
    },
    readToken: (fingerprint, now) => {
      const [row] = sql.exec<{ agent_id: string | null }>(
        "SELECT agent_id FROM tokens WHERE fingerprint = ? AND expires_at > ?",
        fingerprint,
        now,
      );
      return row === undefined ? null : { agentId: row.agent_id };
    },
    spendToken: (fingerprint) => {
      sql.exec("DELETE FROM tokens WHERE fingerprint = ?", fingerprint);
    },
    putSession: (fingerprint, agentId, expiresAt) => {
      sql.exec(
        `INSERT INTO sessions (fingerprint, agent_id, expires_at) VALUES (?, ?, ?)
         ON CONFLICT (fingerprint) DO UPDATE SET expires_at = excluded.expires_at`,
        fingerprint,
        agentId,
        expiresAt,
      );
    },
    readSession: (fingerprint, now) => {
      const [row] = sql.exec<{ agent_id: string; expires_at: number }>(
        "SELECT agent_id, expires_at FROM sessions WHERE fingerprint = ? AND expires_at > ?",
        fingerprint,
        now,
      );
      return row === undefined ? null : { agentId: row.agent_id, expiresAt: row.expires_at };
    },
    hasSession: (agentId, now) =>
      sql.exec("SELECT 1 AS one FROM sessions WHERE agent_id = ? AND expires_at > ? LIMIT 1", agentId, now).length > 0,
    sessionCounts: (now) =>
      new Map(
        sql
          .exec<{ agent_id: string; n: number }>(
            "SELECT agent_id, count(*) AS n FROM sessions WHERE expires_at > ? GROUP BY agent_id",
            now,
          )
          .map((row): [string, number] => [row.agent_id, row.n]),
      ),
    invitedUntil: (now) =>
      new Map(
        sql
          .exec<{ agent_id: string; until: number }>(
            "SELECT agent_id, max(expires_at) AS until FROM tokens WHERE agent_id IS NOT NULL AND expires_at > ? GROUP BY agent_id",
            now,
          )
          .map((row): [string, number] => [row.agent_id, row.until]),
      ),
    endSession: (fingerprint) => {
      sql.exec("DELETE FROM sessions WHERE fingerprint = ?", fingerprint);
    },
    endSessionsOf: (agentId) => {
      sql.exec("DELETE FROM sessions WHERE agent_id = ?", agentId);
    },
    dropTokensOf: (agentId) => {
      sql.exec("DELETE FROM tokens WHERE agent_id = ?", agentId);
    },
    sweep: (now) => {
      sql.exec("DELETE FROM tokens WHERE expires_at <= ?", now);
      sql.exec("DELETE FROM sessions WHERE expires_at <= ?", now);
    },
  };
}
