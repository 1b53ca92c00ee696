import { DurableObject } from "cloudflare:workers";
import { CLOSE } from "#protocol/codes.ts";
import { SILENT_VISIBLE_MS } from "#protocol/limits.ts";
import type { DeskCommand } from "../core/desk/command.ts";
import { nextDeadline } from "../core/desk/deadlines.ts";
import { feedFor, narrowedTo } from "../core/desk/feed.ts";
import { liveIn } from "../core/desk/live.ts";
import type { Roster, Summary } from "../core/summary.ts";
import type { Env } from "../env.ts";
import { deskMigrations } from "../storage/desk-store.ts";
import { durableSql } from "../storage/durable-sql.ts";
import { migrate } from "../storage/migrations.ts";
import { createOutbox, owedAt } from "../storage/outbox.ts";
import { type Alarm, earliest, loadAlarm } from "./alarm.ts";
import { type Courier, createCourier } from "./courier.ts";
import { createConsoles } from "./desk/consoles.ts";
import { createFeeder } from "./desk/feeder.ts";
import { type DeskLedger, openDeskLedger } from "./desk/ledger.ts";
import { DeskPass } from "./desk/pass.ts";
import { hearConsole } from "./desk/talk.ts";
import { tellWord } from "./desk/words.ts";
import { readPass, refusal } from "./passes.ts";
import { answerClose, answerPings, frameText, sendFrame } from "./sockets.ts";

/** The desk: presence, units, queue, offers and the consoles' feed. One for the organisation. Decides nothing itself; see `core/desk`. */
export class Desk extends DurableObject<Env> {
  readonly #sql = durableSql(this.ctx.storage);
  readonly #consoles = createConsoles(this.ctx);
  readonly #feeder = createFeeder(
    this.#consoles,
    (agentId, now, { withColleagues, few }) => {
      const { state } = this.#ledger;
      return feedFor(few && !withColleagues ? narrowedTo(state, agentId) : state, agentId, now, withColleagues);
    },
    () => this.#ledger.state.roster.agents.length,
  );
  readonly #outbox = createOutbox(this.#sql);
  readonly #courier: Courier;
  #alarm!: Alarm;
  readonly #ledger: DeskLedger;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    answerPings(ctx);
    migrate(this.#sql, deskMigrations);
    this.#ledger = openDeskLedger(this.#sql, this.#outbox);
    this.#courier = createCourier(
      this.#outbox,
      (topic, body) => this.#deliver(topic, body),
      () => this.#schedule(),
    );
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarm = await loadAlarm(ctx.storage);
      // A killed process runs no handlers.
      this.#run({ type: "woke", connected: this.#consoles.agentIds() });
      // What it was telling when it died is told at the first thing that happens, not only when the alarm rings.
      if (this.#outbox.next() !== null) ctx.waitUntil(this.#courier.flush());
    });
  }

  /** Who works here: from the organisation, whole; an older `rev` changes nothing. */
  async configure(roster: Roster): Promise<void> {
    this.#run({ type: "roster", roster });
  }

  /** The newest word of a conversation on itself; repeated, delayed and reordered as may be. */
  async summary(summary: Summary): Promise<void> {
    this.#run({ type: "summary", summary });
  }

  /** How many conversations of a widget, or in a workstream, have not ended. */
  async liveIn(where: { widgetId: string } | { workstreamId: string }): Promise<number> {
    return liveIn(this.#ledger.state, where);
  }

  /**
   * Closes the agent's consoles (of one session, or all). Whoever has no console left and no other session, in which they may be
   * on their way back, is offline at once, without grace.
   */
  async signedOut(agentId: string, sessionId: string | undefined, hasOthers: boolean): Promise<void> {
    const wasHere = this.#consoles.agentIds().includes(agentId);
    this.#consoles.dismiss(agentId, sessionId);
    const isHere = this.#consoles.agentIds().includes(agentId);
    if (!isHere && (wasHere || !hasOthers)) this.#run({ type: "agent-left", agentId });
  }

  /** Opens a console's socket for whom the Worker has verified. */
  override async fetch(request: Request): Promise<Response> {
    const pass = readPass(request, DeskPass);
    if (pass === null) return refusal(CLOSE.protocol);
    this.#run({ type: "agent-connected", agentId: pass.agentId });
    const { socket, response } = this.#consoles.admit(pass, Date.now());
    this.#schedule();
    sendFrame(socket, feedFor(this.#ledger.state, pass.agentId, Date.now()));
    return response;
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    // Who was signed out may go on talking: nobody listens.
    if (socket.readyState !== WebSocket.OPEN) return this.#gone(socket);
    const text = frameText(socket, data);
    // A socket that we ended is gone, also if a dead network never answers the close.
    if (text === null) return this.#gone(socket);
    const command = hearConsole(this.#consoles, socket, text);
    if (command === null) this.#schedule();
    else this.#run(command);
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    answerClose(socket, code);
    this.#gone(socket);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.#gone(socket);
  }

  /** Rings for the earliest of all deadlines. Does whatever is due, however late or often it rings, and never throws: it would be dropped after six retries. */
  override async alarm(): Promise<void> {
    this.#alarm.rang();
    try {
      const now = Date.now();
      const silent = this.#consoles.sweep(now);
      const open = this.#consoles.agentIds();
      for (const agentId of silent) {
        if (!open.includes(agentId)) this.#run({ type: "agent-dropped", agentId });
      }
      this.#run({ type: "clock" });
      this.#feeder.tick(now);
      // Not awaited: a conversation that is slow to answer must not hold up everybody's deadlines.
      this.ctx.waitUntil(this.#courier.flush());
    } catch (error) {
      console.error("the alarm was not carried out", error);
      this.#alarm.by(Date.now() + 5_000);
    }
    this.#schedule();
  }

  #gone(socket: WebSocket): void {
    const { agentId } = this.#consoles.seatOf(socket);
    const others = this.#consoles.agentIds(socket);
    if (!others.includes(agentId)) this.#run({ type: "agent-dropped", agentId });
  }

  /** Carries a command out, and lets everyone see what changed. */
  #run(command: DeskCommand): void {
    const now = Date.now();
    let hasWords = false;
    for (const effect of this.#ledger.run(command, now)) {
      if (effect.type === "reply") this.#consoles.reply(effect.asker, effect.code);
      else if (effect.type === "feed") this.#feeder.changed(effect.urgent, now);
      else hasWords = true;
    }
    if (hasWords) this.ctx.waitUntil(this.#courier.flush());
    this.#schedule();
  }

  /** Tells a conversation one word; its answer is decided upon before the word counts as told. */
  async #deliver(topic: string, body: unknown): Promise<void> {
    const command = await tellWord((id) => this.env.CONVERSATION.getByName(id), topic, body);
    if (command !== null) this.#run(command);
  }

  #schedule(): void {
    const now = Date.now();
    // An alarm within this time rings before any console can have been silent too long: there may be a thousand to look at.
    const isSoon = this.#alarm.at !== null && this.#alarm.at <= now + SILENT_VISIBLE_MS;
    const sweepAt = isSoon ? null : this.#consoles.nextSweepAt(now);
    this.#alarm.by(earliest(nextDeadline(this.#ledger.state), sweepAt, this.#feeder.at, owedAt(this.#outbox, now)));
  }
}
