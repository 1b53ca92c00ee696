import { DurableObject } from "cloudflare:workers";
import type { AgentRef } from "#protocol/basics.ts";
import { CLOSE } from "#protocol/codes.ts";
import type { EndReason } from "#protocol/entries.ts";
import type { Command } from "../core/conversation/commands.ts";
import { toEvidence } from "../core/conversation/evidence.ts";
import { toSummary } from "../core/conversation/report.ts";
import type { Beginning } from "../core/conversation/state.ts";
import type { Evidence } from "../core/resume.ts";
import type { AssignAnswer, Summary, UnassignReason } from "../core/summary.ts";
import type { Env } from "../env.ts";
import { conversationMigrations, createConversationStore } from "../storage/conversation-store.ts";
import { durableSql } from "../storage/durable-sql.ts";
import { migrate } from "../storage/migrations.ts";
import { createOutbox } from "../storage/outbox.ts";
import { randomToken } from "../tokens/seal.ts";
import { loadAlarm } from "./alarm.ts";
import { admit, type Admission, type Admitted, readTranscript, type TranscriptPage } from "./conversation-admission.ts";
import { openSocket } from "./conversation-entrance.ts";
import { type Change, type Draft, type Ledger, openLedger, startLedger } from "./conversation-ledger.ts";
import { createRoom, type Room } from "./conversation-room.ts";
import { settingsFor } from "./conversation-settings.ts";
import { hear } from "./conversation-talk.ts";
import { createWatch, type Watch } from "./conversation-watch.ts";
import { deliverWord } from "./conversation-words.ts";
import { type Courier, createCourier } from "./courier.ts";
import { ConversationPass, readPass } from "./passes.ts";
import { answerClose, answerPings, frameText, refuseSocket } from "./sockets.ts";

/** One conversation: its transcript, its state, its sockets and the customer's deadlines. Decides nothing itself; see `core/conversation`. */
export class Conversation extends DurableObject<Env> {
  readonly #rootKey: string;
  readonly #sql = durableSql(this.ctx.storage);
  readonly #store;
  readonly #outbox;
  readonly #courier: Courier;
  readonly #room: Room;
  #watch!: Watch;
  #ledger: Ledger | null;
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
    this.#courier = createCourier(this.#outbox, deliverWord(env), () => this.#watch.schedule());
    const watched = {
      room: this.#room,
      outbox: this.#outbox,
      flush: () => this.#flush(),
      ledger: () => this.#ledger,
      run: (command: Command) => this.#run(command),
    };
    void ctx.blockConcurrencyWhile(async () => {
      this.#watch = createWatch(await loadAlarm(ctx.storage), watched);
    });
  }

  /** Starts it, or joins what the same start (or the same verified customer) has started. `refused`: the id belongs to somebody else. */
  async start(
    beginning: Beginning,
  ): Promise<{ outcome: "started" | "joined"; generation: number } | { outcome: "refused" }> {
    const now = this.#watch.wake();
    if (this.#ledger !== null) {
      const { startId, customer, generation } = this.#ledger.state;
      const same =
        customer.subject === beginning.customer.subject && (customer.subject !== null || startId === beginning.startId);
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
  async transcript(
    after: number,
    seat: { generation: number; identityUntil: number | null },
  ): Promise<TranscriptPage | null> {
    return this.#ledger === null ? null : readTranscript(this.#ledger, after, seat, this.#watch.wake(), this.#rootKey);
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

  /** The desk takes it from an agent who is gone since `at`. */
  async unassign(agentId: string, reason: UnassignReason, at: number): Promise<Summary | null> {
    return this.#ledger === null ? null : toSummary(this.#run({ type: "unassign", agentId, reason, at }).after);
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
    const now = this.#watch.wake();
    if (this.#ledger === null) return refuseSocket(CLOSE.unauthorised);
    const response = openSocket(
      { ledger: this.#ledger, room: this.#room, rootKey: this.#rootKey, run: this.#runAt },
      pass,
      now,
    );
    this.#watch.attend(now);
    return response;
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    const now = this.#watch.wake();
    const text = frameText(socket, data);
    const ledger = this.#ledger;
    if (ledger === null) return;
    if (text === null) return this.#watch.attend(now);
    const attended = () => this.#watch.attend(Date.now());
    const talk = {
      ledger,
      room: this.#room,
      rootKey: this.#rootKey,
      run: this.#runAt,
      attended,
      settings: settingsFor(this.env, ledger),
    };
    this.#turn = this.#turn
      .then(() => hear(talk, socket, text))
      .catch((error: unknown) => console.error("a frame was not taken", error));
    await this.#turn;
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    answerClose(socket, code);
    this.#gone(socket);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.#gone(socket);
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    await this.#watch.ring(info);
  }

  #gone(socket: WebSocket): void {
    const now = this.#watch.wake();
    if (this.#room.seatOf(socket).side === "customer") this.#watch.attend(now, socket);
  }

  #run(command: Command): Change {
    return this.#runAt(command, Date.now());
  }

  #runAt = (command: Command, now: number, draft?: Draft, answer?: (change: Change) => void): Change => {
    const ledger = this.#ledger;
    if (ledger === null) throw new Error("a command before the start");
    this.#watch.wake();
    const change = ledger.run(command, now, draft);
    // Who asked is answered first: what they asked for may cost them their seat.
    answer?.(change);
    const lost = this.#room.tell(change, now);
    if (change.before !== change.after) this.#settle();
    if (lost) this.#watch.attend(now);
    return change;
  };

  #settle(): void {
    this.#watch.schedule();
    this.#flush();
  }

  #flush(): void {
    this.ctx.waitUntil(this.#courier.flush());
  }
}
