import { DurableObject } from "cloudflare:workers";
import type { SettingsAnswer } from "#protocol/console.ts";
import type { ChangesAnswer } from "#protocol/changes.ts";
import { DESK_NAME } from "../env.ts";
import type { Env } from "../env.ts";
import { createChangeStore } from "../storage/change-store.ts";
import { durableSql } from "../storage/durable-sql.ts";
import { migrate } from "../storage/migrations.ts";
import { organisationMigrations } from "../storage/organisation-schema.ts";
import { createOrganisationStore } from "../storage/organisation-store.ts";
import { createOutbox, owedAt, type TableOutbox } from "../storage/outbox.ts";
import { createSessionStore } from "../storage/session-store.ts";
import { loadAlarm } from "./alarm.ts";
import type { Alarm } from "./alarm.ts";
import { createCourier } from "./courier.ts";
import type { Courier } from "./courier.ts";
import * as accounts from "./organisation/accounts.ts";
import { newsOf, ROSTER, signedOut, tell } from "./organisation/news.ts";
import { isFresh, DEMO_AGENT_ID, seed, seedDemo } from "./organisation/seed.ts";
import type { Actor, SaveAnswer, SettingsChange } from "./organisation/change.ts";
import { carryOut } from "./organisation/changing.ts";
import * as reading from "./organisation/reading.ts";
import type { Target, WidgetReading } from "./organisation/reading.ts";
import { refuseKeys } from "./organisation/keys.ts";

/**
 * The one object that knows widgets, workstreams, agents and who is signed in. The Worker asks it on behalf of people whose
 * rights it has checked; widgets' traffic reads it through a cache. It tells the desk who works here until the desk confirms.
 */
export class Organisation extends DurableObject<Env> {
  readonly #stores: accounts.Stores;
  readonly #transaction: <T>(work: () => T) => T;
  readonly #outbox: TableOutbox;
  readonly #courier: Courier;
  #alarm!: Alarm;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const sql = durableSql(ctx.storage);
    migrate(sql, organisationMigrations);
    const organisation = createOrganisationStore(sql);
    this.#stores = { organisation, sessions: createSessionStore(sql), changes: createChangeStore(sql) };
    this.#transaction = sql.transaction;
    this.#outbox = createOutbox(sql);
    this.#courier = createCourier(
      this.#outbox,
      (topic, body) => tell(env.DESK.getByName(DESK_NAME), this.#stores, topic, body),
      () => this.#schedule(),
    );
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarm = await loadAlarm(ctx.storage);
      this.#schedule();
      if (!isFresh(organisation)) return;
      this.#transaction(() => (env.DEMO === "on" ? seedDemo(organisation) : seed(organisation)));
      this.#news(ROSTER);
    });
  }

  readWidget(widgetId: string): WidgetReading | null {
    return reading.readWidget(this.#stores.organisation, widgetId);
  }

  readWidgets(): WidgetReading[] {
    return reading.readWidgets(this.#stores.organisation);
  }

  /** Whether there is such an agent or workstream to transfer to. */
  hasTarget(to: Target): boolean {
    return reading.hasTarget(this.#stores.organisation, to);
  }

  readSettings(): SettingsAnswer {
    return reading.readSettings(this.#stores, Date.now());
  }

  /** What was changed before this number, the newest first; null: what was changed last. */
  readChanges(before: number | null): ChangesAnswer {
    return reading.readChanges(this.#stores, before);
  }

  /** Carries out what a supervisor changes, writes down who did, and tells the desk what concerns it. */
  async change(by: Actor, change: SettingsChange): Promise<SaveAnswer> {
    const refusal = await refuseKeys(change);
    if (refusal !== null) return refusal;
    const answer = this.#transaction(() => carryOut(this.#stores, change, by, Date.now()));
    if (answer.outcome === "saved") for (const word of newsOf(change, answer.record)) this.#news(word);
    return answer;
  }

  makeSetupToken(): accounts.OneTime {
    return accounts.makeSetupToken(this.#stores, Date.now());
  }

  /** A sign-in link for an agent who is there; an older one is void from then on. */
  invite(by: Actor, agentId: string): accounts.InviteAnswer {
    return this.#transaction(() => accounts.invite(this.#stores, agentId, by, Date.now()));
  }

  signIn(token: string, name: string | undefined): accounts.SignInAnswer {
    const answer = this.#transaction(() => accounts.signIn(this.#stores, token, name, Date.now()));
    if (answer.outcome === "signed-in" && answer.rosterChanged) this.#news(ROSTER);
    return answer;
  }

  /** Signs in as the demo's agent; null anywhere but in a demo. */
  demoSession(): { secret: string; session: accounts.Session } | null {
    if (this.env.DEMO !== "on") return null;
    return accounts.openSession(this.#stores, DEMO_AGENT_ID, Date.now());
  }

  /** Who has this session, without prolonging it: for tickets and sockets, which carry no cookie. */
  findSession(sessionId: string): accounts.Session | null {
    return accounts.findSession(this.#stores, sessionId, Date.now());
  }

  /** By the fingerprint of the cookie's secret. */
  readSession(sessionId: string): accounts.SessionAnswer | null {
    return accounts.readSession(this.#stores, sessionId, Date.now());
  }

  signOut({ agentId, sessionId }: Pick<accounts.Session, "agentId" | "sessionId">): void {
    this.#stores.sessions.endSession(sessionId);
    this.#news(signedOut(agentId, sessionId));
  }

  /** Ends all sessions of an agent, voids what they could sign in with, and closes their sockets. False if there is no such agent. */
  lockOut(by: Actor, agentId: string): boolean {
    if (this.#stores.organisation.agents.get(agentId) === null) return false;
    accounts.lockOut(this.#stores, agentId);
    accounts.recordOf(this.#stores, agentId, "signed-out", by, Date.now());
    this.#news(signedOut(agentId, null));
    return true;
  }

  /** Tells again what the desk has not confirmed. Never throws, and waits for nobody: a desk that hangs must not hold up what comes next. */
  override async alarm(): Promise<void> {
    this.#alarm.rang();
    try {
      this.ctx.waitUntil(this.#courier.flush());
      this.#schedule();
    } catch (error) {
      console.error("the alarm was not carried out", error);
      this.#alarm.by(Date.now() + 5_000);
    }
  }

  /** Written in the same commit as what it is about, and told at once; the alarm stands until the desk has confirmed. */
  #news({ topic, body }: { topic: string; body: unknown }): void {
    this.#outbox.put(topic, body, Date.now());
    this.#schedule();
    this.ctx.waitUntil(this.#courier.flush());
  }

  /** Sees to it that the alarm rings as long as anything is owed. */
  #schedule(): void {
    this.#alarm.by(owedAt(this.#outbox, Date.now()));
  }
}
