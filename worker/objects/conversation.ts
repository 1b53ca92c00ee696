import { DurableObject } from "cloudflare:workers";
import type { AgentRef } from "#protocol/basics.ts";
import type { EntriesAnswer } from "#protocol/bodies.ts";
import { CLOSE } from "#protocol/codes.ts";
import type { EndReason } from "#protocol/entries.ts";
import type { Command } from "../core/conversation/commands.ts";
import { toEvidence } from "../core/conversation/evidence.ts";
import { isSameStart } from "../core/conversation/rights.ts";
import { toAssignAnswer, toSummary } from "../core/conversation/report.ts";
import type { Beginning } from "../core/conversation/beginning.ts";
import type { Evidence } from "../core/resume.ts";
import type { AssignAnswer, Summary, UnassignReason } from "../core/summary.ts";
import type { Played } from "../core/sample/stage.ts";
import type { Env } from "../env.ts";
import { randomToken } from "../tokens/seal.ts";
import { admit, type Admission, type Admitted, readTranscript, type TranscriptPage } from "./conversation/admission.ts";
import { openSocket } from "./conversation/entrance.ts";
import type { Change } from "./conversation/ledger.ts";
import { entriesAfter } from "./conversation/record.ts";
import { type Life, openLife } from "./conversation/life.ts";
import { settingsFor } from "./conversation/settings.ts";
import { hear } from "./conversation/talk.ts";
import { createTurns } from "./turns.ts";
import { ConversationPass, readPass, refusal } from "./passes.ts";
import { answerClose, answerPings, endSocket, frameText } from "./sockets.ts";

/** One conversation: its transcript, its state, its sockets and the customer's deadlines. Decides nothing itself; see `core/conversation`. */
export class Conversation extends DurableObject<Env> {
  readonly #life: Life;
  /** The frames of a page are taken one after the other, also when one has to ask for a setting in between. */
  readonly #turns = createTurns();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    answerPings(ctx);
    this.#life = openLife(ctx, env);
  }

  /** Starts it, or joins what the same start (or the same verified customer) has started. `refused`: the id belongs to somebody else. */
  async start(
    beginning: Beginning,
  ): Promise<{ outcome: "started" | "joined"; generation: number } | { outcome: "refused" }> {
    const { ledger, watch } = this.#life;
    const now = watch.wake();
    if (ledger !== null) {
      const { generation } = ledger.state;
      return isSameStart(ledger.state, beginning) ? { outcome: "joined", generation } : { outcome: "refused" };
    }
    return { outcome: "started", generation: this.#life.begin(beginning, now).state.generation };
  }

  /** What the resume decision needs to know; null if there is no such conversation. */
  async inspect(): Promise<Evidence | null> {
    return this.#life.ledger === null ? null : toEvidence(this.#run({ type: "clock" }).after);
  }

  /** Lets a visitor in whom the resume decision has chosen, judged anew at this instant. */
  async admit(admission: Admission): Promise<Admitted | null> {
    return this.#life.ledger === null ? null : admit((command) => this.#run(command), admission);
  }

  /** A page of the transcript for the holder of a credential. */
  async transcript(
    after: number,
    seat: { generation: number; identityUntil: number | null },
  ): Promise<TranscriptPage | null> {
    return this.#life.ledger === null
      ? null
      : readTranscript(this.#life.ledger, after, seat, this.#life.watch.wake(), this.#life.rootKey);
  }

  /** For the demo alone: it has taken place as it was played. False if there is one already, or this is no demo. */
  async rehearse(played: Played): Promise<boolean> {
    if (this.env.DEMO !== "on" || this.#life.ledger !== null) return false;
    this.#life.rehearse(played, Date.now());
    return true;
  }

  /** A page of the transcript, for who may read it on record; null if there is no such conversation. */
  async entriesOnRecord(after: number): Promise<EntriesAnswer | null> {
    const { ledger, rootKey, watch } = this.#life;
    watch.wake();
    return ledger === null ? null : entriesAfter(ledger, after, rootKey);
  }

  /** The customer ends it from outside its sockets: by starting a new one. False if it never began. */
  async endForCustomer(reason: EndReason): Promise<boolean> {
    if (this.#life.ledger === null) return false;
    this.#run({ type: "request", id: randomToken(16), actor: { side: "customer" }, request: { type: "end", reason } });
    return true;
  }

  /** The desk has reserved an agent's units for it under this offer. Repeating it changes nothing. */
  async assign(offerId: string, agent: AgentRef): Promise<AssignAnswer | null> {
    if (this.#life.ledger === null) return null;
    const { reply, after } = this.#run({ type: "assign", offerId, agent });
    return toAssignAnswer(after, offerId, reply.ok);
  }

  /** The desk takes it from the agent of this assignment, who is gone since `at`. */
  async unassign(offerId: string, reason: UnassignReason, at: number): Promise<Summary | null> {
    return this.#life.ledger === null ? null : toSummary(this.#run({ type: "unassign", offerId, reason, at }).after);
  }

  /** The desk tells whether the connection of this assignment's agent lives. */
  async agentConnection(offerId: string, connected: boolean): Promise<void> {
    if (this.#life.ledger !== null) this.#run({ type: "agent-connection", offerId, connected });
  }

  /** The desk tells the place in the queue. */
  async placed(place: number | null): Promise<void> {
    if (this.#life.ledger !== null) this.#run({ type: "placed", place });
  }

  /** The present summary; null if there is no such conversation. */
  async report(): Promise<Summary | null> {
    return this.#life.ledger === null ? null : toSummary(this.#run({ type: "clock" }).after);
  }

  /** Opens a socket for whom the Worker has verified. */
  override async fetch(request: Request): Promise<Response> {
    const pass = readPass(request, ConversationPass);
    if (pass === null) return refusal(CLOSE.protocol);
    const { ledger, room, rootKey, run, watch } = this.#life;
    const now = watch.wake();
    if (ledger === null) return refusal(CLOSE.unauthorised);
    const response = openSocket({ ledger, room, rootKey, run, watch }, pass, now);
    // Moving the alarm is a write, too.
    watch.afterwards(() => watch.attend(now), now);
    return response;
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    const { ledger, watch } = this.#life;
    const now = watch.wake();
    // A socket that we ended may go on talking: nobody listens.
    if (ledger === null || socket.readyState !== WebSocket.OPEN) return;
    const text = frameText(socket, data);
    if (text === null) return watch.attend(now);
    const talk = {
      ...this.#life,
      ledger,
      attended: () => watch.attend(Date.now()),
      look: watch.look,
      settings: settingsFor(this.env, ledger),
    };
    await this.#turns.take(this.#life.room.seatOf(socket).tab, async () => {
      try {
        await hear(talk, socket, text);
      } catch (error) {
        // Nobody knows how far it came: the page comes back, and says again what was not answered, in its order.
        console.error("a frame was not taken", error);
        endSocket(socket, CLOSE.unavailable);
        watch.attend(Date.now());
      }
    });
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    answerClose(socket, code);
    this.#gone(socket);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.#gone(socket);
  }

  override async alarm(info?: AlarmInvocationInfo): Promise<void> {
    await this.#life.watch.ring(info);
  }

  #gone(socket: WebSocket): void {
    const { ledger, room, watch } = this.#life;
    const now = watch.wake();
    if (room.seatOf(socket).side === "customer") watch.attend(now, socket);
    // It may have been an agent's page that looked in the place of the alarm.
    else watch.schedule();
    ledger?.keepSeen();
  }

  #run(command: Command): Change {
    return this.#life.run(command, Date.now());
  }
}
