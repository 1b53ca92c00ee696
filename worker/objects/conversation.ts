import { DurableObject } from "cloudflare:workers";
import type { AgentRef } from "#protocol/basics.ts";
import { CLOSE } from "#protocol/codes.ts";
import type { EndReason } from "#protocol/entries.ts";
import { toEvidence, mayRead } from "../core/conversation/evidence.ts";
import { toSummary } from "../core/conversation/report.ts";
import type { Command } from "../core/conversation/commands.ts";
import type { Beginning } from "../core/conversation/state.ts";
import type { Evidence } from "../core/resume.ts";
import type { AssignAnswer, Summary, UnassignReason } from "../core/summary.ts";
import type { Env } from "../env.ts";
import { conversationMigrations, createConversationStore } from "../storage/conversation-store.ts";
import { durableSql } from "../storage/durable-sql.ts";
import { migrate } from "../storage/migrations.ts";
import { createOutbox } from "../storage/outbox.ts";
import { randomToken } from "../tokens/seal.ts";
import type { Alarm } from "./alarm.ts";
import { loadAlarm } from "./alarm.ts";
import type { Admission, Admitted, TranscriptPage } from "./conversation-admission.ts";
import { admit, readTranscript } from "./conversation-admission.ts";
import { settingsFor } from "./conversation-settings.ts";
import { deliverWord } from "./conversation-words.ts";
import type { Change, Draft, Ledger } from "./conversation-ledger.ts";
import { openLedger, startLedger } from "./conversation-ledger.ts";
import type { Room } from "./conversation-room.ts";
import { createRoom, customerRefusal } from "./conversation-room.ts";
import { hear } from "./conversation-talk.ts";
import { welcome } from "./conversation-wire.ts";
import type { Courier } from "./courier.ts";
import { createCourier } from "./courier.ts";
import { ConversationPass, readPass } from "./passes.ts";
import { answerClose, answerPings, frameText, openSockets, refuseSocket, sendFrame } from "./sockets.ts";

/** One conversation: its transcript, its state, its sockets and the customer's deadlines. Decides nothing itself; see `core/conversation`. */
export class Conversation extends DurableObject<Env> {
  readonly #rootKey: string;
  readonly #sql = durableSql(this.ctx.storage);
  readonly #store;
  readonly #outbox;
  readonly #courier: Courier;
  readonly #room: Room;
  #alarm!: Alarm;
  #ledger: Ledger | null;
  /** Until the first event after a wake has looked who is still here. */
  #asleep = true;
  /** Frames are taken one after the other, also when one has to ask for a setting in between. */
  #turn: Promise<void> = Promise.resolve();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#rootKey = env.ROOT_KEY ?? "";
    answerPings(ctx);
    migrate(this.#sql, conversationMigrations);
    this.#store = createConversationStore(this.#sql);
    this.#outbox = createOutbox(this.#sql);
    this.#ledger = openLedger(this.#sql, this.#store, this.#outbox);
    this.#room = createRoom(ctx, this.#rootKey);
    this.#courier = createCourier(this.#outbox, deliverWord(env), () => this.#schedule());
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarm = await loadAlarm(ctx.storage);
    });
  }

  /** Starts it, or joins what the same start (or the same verified customer) has started. `refused`: the id belongs to somebody else. */
  async start(beginning: Beginning): Promise<{ outcome: "started" | "joined"; generation: number } | { outcome: "refused" }> {
    const now = this.#wake();
    if (this.#ledger !== null) {
      const { startId, customer, generation } = this.#ledger.state;
      const same = customer.subject === beginning.customer.subject && (customer.subject !== null || startId === beginning.startId);
      return same ? { outcome: "joined", generation } : { outcome: "refused" };
    }
    this.#ledger = startLedger(this.#sql, this.#store, this.#outbox, randomToken(16), beginning, now);
    this.#settle();
    return { outcome: "started", generation: this.#ledger.state.generation };
  }

  /** What the resume decision needs to know; null if there is no such conversation. */
  async inspect(): Promise<Evidence | null> {
    return this.#ledger === null ? null : toEvidence(this.#run({ type: "clock" }).after);
  }

  /** Lets a visitor in whom the resume decision has chosen, judged anew at this instant. */
  async admit(admission: Admission): Promise<Admitted | null> {
    return this.#ledger === null ? null : admit((command) => this.#run(command), admission);
  }

  /** A page of the transcript for the holder of a credential. */
  async transcript(after: number, seat: { generation: number; identityUntil: number | null }): Promise<TranscriptPage | null> {
    return this.#ledger === null ? null : readTranscript(this.#ledger, after, seat, this.#wake(), this.#rootKey);
  }

  /** The customer ends it from outside its sockets: by starting a new one. */
  async endForCustomer(reason: EndReason): Promise<void> {
    if (this.#ledger === null) return;
    this.#run({ type: "request", id: randomToken(16), actor: { side: "customer" }, request: { type: "end", reason } });
  }

  /** The desk has reserved an agent's units for it under this offer. Repeating it changes nothing. */
  async assign(offerId: string, agent: AgentRef): Promise<AssignAnswer | null> {
    if (this.#ledger === null) return null;
    const { reply, after } = this.#run({ type: "assign", offerId, agent });
    return { answer: reply.ok ? "accepted" : "gone", summary: toSummary(after) };
  }

  /** The desk takes it from an agent who is gone. */
  async unassign(agentId: string, reason: UnassignReason): Promise<Summary | null> {
    return this.#ledger === null ? null : toSummary(this.#run({ type: "unassign", agentId, reason }).after);
  }

  /** The desk tells whether the agent's own connection lives. */
  async agentConnection(agentId: string, connected: boolean): Promise<void> {
    if (this.#ledger !== null) this.#run({ type: "agent-connection", agentId, connected });
  }

  /** The desk tells the place in the queue. */
  async placed(place: number | null): Promise<void> {
    if (this.#ledger !== null) this.#run({ type: "placed", place });
  }

  /** The present summary; null if there is no such conversation. */
  async report(): Promise<Summary | null> {
    return this.#ledger === null ? null : toSummary(this.#run({ type: "clock" }).after);
  }

  /** Opens a socket for whom the Worker has verified. */
  override async fetch(request: Request): Promise<Response> {
    const pass = readPass(request, ConversationPass);
    if (pass === null) return refuseSocket(CLOSE.protocol);
    const now = this.#wake();
    if (this.#ledger === null) return refuseSocket(CLOSE.unauthorised);
    const { after: state } = this.#run({ type: "clock" });
    const refusal = pass.side === "customer" ? customerRefusal(state, pass, now) : mayRead(state, pass.agentId, pass.role) ? null : CLOSE.unassigned;
    if (refusal !== null) return refuseSocket(refusal);
    const { socket, seat, response } = this.#room.admit(pass, now);
    if (pass.side === "customer" && !pass.quiet) this.#run({ type: "customer-present" });
    const first = welcome(this.#ledger, pass, pass.side, this.#rootKey, now);
    sendFrame(socket, first);
    // From here on live entries reach it; with `more` to come, only after the last page.
    if (!first.more) this.#room.update(socket, { ...seat, live: true });
    this.#schedule();
    return response;
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    this.#wake();
    const text = frameText(socket, data);
    const ledger = this.#ledger;
    if (text === null || ledger === null) return;
    const talk = { ledger, room: this.#room, rootKey: this.#rootKey, run: this.#runAt, settings: settingsFor(this.env, ledger) };
    this.#turn = this.#turn.then(() => hear(talk, socket, text)).catch((error: unknown) => console.error("a frame was not taken", error));
    await this.#turn;
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    answerClose(socket, code);
    this.#gone(socket);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.#gone(socket);
  }

  /** Rings for the earliest of all deadlines. Does whatever is due, however late or often it rings, and never throws: it would be dropped after six retries. */
  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    this.#alarm.rang();
    try {
      const now = this.#wake(info?.scheduledTime);
      if (this.#ledger !== null) {
        const silentSince = this.#room.sweep(now);
        const dropped = silentSince !== null && !this.#room.customerPresent();
        this.#run(dropped ? { type: "customer-dropped", since: silentSince } : { type: "clock" });
      }
      await this.#courier.flush();
    } catch (error) {
      console.error("the alarm was not carried out", error);
      this.#alarm.by(Date.now() + 5_000);
    } finally {
      this.#schedule();
    }
  }

  /**
   * The first event after a wake looks who is still here: whoever is present without an open socket is dropped, as a killed
   * process runs no handlers. The alarm that was pending while they were present tells how long ago that was at most.
   */
  #wake(alarmAt: number | null = this.#alarm.at): number {
    const now = Date.now();
    if (!this.#asleep) return now;
    this.#asleep = false;
    const since = Math.min(now, alarmAt ?? now);
    if (this.#ledger !== null && !this.#room.customerPresent()) this.#run({ type: "customer-dropped", since });
    return now;
  }

  #gone(socket: WebSocket): void {
    const now = this.#wake();
    if (this.#ledger === null || this.#room.seatOf(socket).side !== "customer" || this.#room.customerPresent(socket)) return;
    this.#run({ type: "customer-dropped", since: now });
  }

  #run(command: Command): Change {
    return this.#runAt(command, Date.now());
  }

  #runAt = (command: Command, now: number, draft?: Draft): Change => {
    const ledger = this.#ledger;
    if (ledger === null) throw new Error("a command before the start");
    this.#wake();
    const change = ledger.run(command, now, draft);
    this.#room.tell(change, now);
    if (change.before !== change.after) this.#settle();
    return change;
  };

  #settle(): void {
    this.#schedule();
    this.ctx.waitUntil(this.#courier.flush());
  }

  #schedule(): void {
    const sweepAt = openSockets(this.ctx, "customer").length === 0 ? null : this.#room.nextSweepAt(Date.now());
    for (const at of [this.#ledger?.nextDeadlineAt() ?? null, this.#outbox.next(), sweepAt]) this.#alarm.by(at);
  }
}
