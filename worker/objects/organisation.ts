import { DurableObject } from "cloudflare:workers";
import type { AgentRecord, SettingsAnswer, WidgetRecord, WorkstreamRecord } from "#protocol/console.ts";
import type { QuickReply } from "#protocol/settings.ts";
import { DESK_NAME } from "../env.ts";
import type { Env } from "../env.ts";
import { durableSql } from "../storage/durable-sql.ts";
import { migrate } from "../storage/migrations.ts";
import { organisationMigrations } from "../storage/organisation-schema.ts";
import { createOrganisationStore } from "../storage/organisation-store.ts";
import { createOutbox, owedAt } from "../storage/outbox.ts";
import type { Outbox } from "../storage/outbox.ts";
import { createSessionStore } from "../storage/session-store.ts";
import { randomToken } from "../tokens/seal.ts";
import { loadAlarm } from "./alarm.ts";
import type { Alarm } from "./alarm.ts";
import { createCourier } from "./courier.ts";
import type { Courier } from "./courier.ts";
import * as accounts from "./organisation/accounts.ts";
import { ROSTER, signedOut, tell } from "./organisation/news.ts";
import { isFresh, DEMO_AGENT_ID, openDemoAt, seed, seedDemo } from "./organisation/seed.ts";
import * as settings from "./organisation/settings.ts";
import type { SaveAnswer, Target, WidgetBasics, WidgetReading } from "./organisation/settings.ts";

/**
 * The one object that knows widgets, workstreams, agents and who is signed in. The Worker asks it on behalf of people whose
 * rights it has checked; widgets' traffic reads it through a cache. It tells the desk who works here until the desk confirms.
 */
export class Organisation extends DurableObject<Env> {
  readonly #stores: accounts.Stores;
  readonly #transaction: <T>(work: () => T) => T;
  readonly #outbox: Outbox;
  readonly #courier: Courier;
  #alarm!: Alarm;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const sql = durableSql(ctx.storage);
    migrate(sql, organisationMigrations);
    const organisation = createOrganisationStore(sql);
    this.#stores = { organisation, sessions: createSessionStore(sql) };
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
    return settings.readWidget(this.#stores.organisation, widgetId);
  }

  readWidgets(): WidgetReading[] {
    return settings.readWidgets(this.#stores.organisation);
  }

  /** Whether there is such an agent or workstream to transfer to. */
  hasTarget(to: Target): boolean {
    return settings.hasTarget(this.#stores.organisation, to);
  }

  readSettings(): SettingsAnswer {
    return settings.readSettings(this.#stores.organisation);
  }

  addWidget(basics: WidgetBasics): SaveAnswer<WidgetRecord> {
    return settings.addWidget(this.#stores.organisation, randomToken(16), basics);
  }

  async saveWidget(widgetId: string, value: unknown): Promise<SaveAnswer<WidgetRecord>> {
    const refusal = await settings.refuseKeys(value);
    if (refusal !== null) return refusal;
    return settings.saveWidget(this.#stores.organisation, widgetId, value);
  }

  addWorkstream(name: string): SaveAnswer<WorkstreamRecord> {
    return this.#told(settings.addWorkstream(this.#stores.organisation, randomToken(16), name));
  }

  saveWorkstream(workstreamId: string, value: unknown): SaveAnswer<WorkstreamRecord> {
    return this.#told(settings.saveWorkstream(this.#stores.organisation, workstreamId, value));
  }

  saveAgent(agentId: string, value: unknown): SaveAnswer<AgentRecord> {
    return this.#told(settings.saveAgent(this.#stores.organisation, agentId, value));
  }

  saveQuickReplies(replies: QuickReply[]): void {
    this.#stores.organisation.quickReplies.replace(replies);
  }

  makeSetupToken(): accounts.OneTime {
    return accounts.makeSetupToken(this.#stores, Date.now());
  }

  /** Makes the agent, who is on the roster from then on, and the link by which they sign in. */
  inviteNew(value: unknown): accounts.InviteAnswer {
    const added = this.#told(settings.addAgent(this.#stores.organisation, randomToken(16), value));
    return added.outcome === "saved" ? this.invite(added.record.agentId) : added;
  }

  /** A new sign-in link for an agent who is there. */
  invite(agentId: string): accounts.InviteAnswer {
    if (this.#stores.organisation.agents.get(agentId) === null) return { outcome: "not-found" };
    return { outcome: "invited", agentId, ...accounts.makeInvitation(this.#stores, agentId, Date.now()) };
  }

  signIn(token: string, name: string | undefined): accounts.SignInAnswer {
    const answer = this.#transaction(() => accounts.signIn(this.#stores, token, name, Date.now()));
    if (answer.outcome === "signed-in" && answer.rosterChanged) this.#news(ROSTER);
    return answer;
  }

  /** Signs in as the demo's agent; null anywhere but in a demo. `origin` is where the demo is open, whatever port it has this time. */
  demoSession(origin: string): { secret: string; session: accounts.Session } | null {
    if (this.env.DEMO !== "on") return null;
    openDemoAt(this.#stores.organisation, origin);
    return accounts.openSession(this.#stores, DEMO_AGENT_ID, Date.now());
  }

  /** By the fingerprint of the cookie's secret. */
  /** Who has this session, without prolonging it: for tickets and sockets, which carry no cookie. */
  findSession(sessionId: string): accounts.Session | null {
    return accounts.findSession(this.#stores, sessionId, Date.now());
  }

  readSession(sessionId: string): accounts.SessionAnswer | null {
    return accounts.readSession(this.#stores, sessionId, Date.now());
  }

  signOut({ agentId, sessionId }: Pick<accounts.Session, "agentId" | "sessionId">): void {
    this.#stores.sessions.endSession(sessionId);
    this.#news(signedOut(agentId, sessionId));
  }

  /** Ends all sessions of an agent, voids what they could sign in with, and closes their sockets. False if there is no such agent. */
  lockOut(agentId: string): boolean {
    if (this.#stores.organisation.agents.get(agentId) === null) return false;
    accounts.lockOut(this.#stores, agentId);
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

  #told<R>(answer: SaveAnswer<R>): SaveAnswer<R> {
    if (answer.outcome === "saved") this.#news(ROSTER);
    return answer;
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
