import assert from "node:assert/strict";
import { AGENT_GRACE_MS } from "#protocol/limits.ts";
import type { DeskCommand, DeskEffect, Word } from "../../../worker/core/desk/command.ts";
import { nextDeadline } from "../../../worker/core/desk/deadlines.ts";
import { takingsOf, usage } from "../../../worker/core/desk/slots.ts";
import type { DeskState } from "../../../worker/core/desk/state.ts";
import { withoutEcho } from "../../../worker/core/desk/echo.ts";
import { decideDesk } from "../../../worker/core/desk/decide.ts";
import type { Roster, Summary } from "../../../worker/core/summary.ts";
import { createDeskStore, deskMigrations } from "../../../worker/storage/desk-store.ts";
import { migrate } from "../../../worker/storage/migrations.ts";
import { createOutbox, type OutboxItem } from "../../../worker/storage/outbox.ts";
import { nodeSql } from "../../support/node-sql.ts";
import { START } from "./scene.ts";
import { hear, SmallConversation } from "./small-conversation.ts";

/** A desk on a real store, conversations, and a network between them that loses, repeats, delays and reorders. */
export class World {
  readonly conversations = new Map<string, SmallConversation>();
  /** Summaries on their way to the desk. */
  readonly posted: Summary[] = [];
  now = START;
  state: DeskState;
  readonly #sql = nodeSql();
  readonly #store;
  readonly #outbox;
  #seeds = 0;
  #droppedAt = new Map<string, number>();
  #unassigned = new Set<string>();
  readonly #asked = new Map<string, number>();

  constructor() {
    migrate(this.#sql, deskMigrations);
    this.#store = createDeskStore(this.#sql);
    this.#outbox = createOutbox(this.#sql);
    this.state = this.#store.load();
  }

  tell(command: DeskCommand): DeskEffect[] {
    const before = this.state;
    const heard = withoutEcho(before, command, this.#store.isClosed);
    const { state, changes, effects } = decideDesk(before, heard, this.now, `seed${this.#seeds++}`);
    this.#sql.transaction(() => {
      this.#store.save(state, changes, this.now);
      for (const effect of effects)
        if (isWord(effect)) this.#outbox.put(`${effect.type}:${effect.conversationId}`, effect, this.now);
    });
    this.state = state;
    if ("asker" in command) this.#asked.set(command.asker.id, this.#asked.get(command.asker.id) ?? 0);
    this.#checkCommit(before, command, effects);
    // Telling it again at the same instant changes nothing; a request is answered again, and no more.
    const again = decideDesk(state, withoutEcho(state, command, this.#store.isClosed), this.now, "again");
    assert.deepEqual(
      again.effects.filter((effect) => effect.type !== "reply"),
      [],
    );
    assert.ok("asker" in command || again.state === state, "telling it again changed something");
    return effects;
  }

  start(id: string, units: number, workstreamId: string): void {
    if (this.conversations.has(id)) return;
    const conversation = new SmallConversation(id, units, workstreamId, this.now);
    this.conversations.set(id, conversation);
    this.posted.push(conversation.summary);
  }

  /** A console opens; the model notes that the agent's grace is over with it. */
  connect(agentId: string): void {
    this.tell({ type: "agent-connected", agentId });
    this.#droppedAt.delete(agentId);
  }

  drop(agentId: string): void {
    if (this.state.agents.get(agentId)?.connection.at === "connected") this.#droppedAt.set(agentId, this.now);
    this.tell({ type: "agent-dropped", agentId });
  }

  /** The words that wait to be told. */
  words(): OutboxItem[] {
    return this.#outbox.due(Number.MAX_SAFE_INTEGER);
  }

  /** A word reaches its conversation; with `lost`, the answer does not come back, so that it will be told again. */
  deliver(item: OutboxItem, lost: boolean): void {
    const word = item.body as Word;
    const conversation = this.conversations.get(word.conversationId);
    if (conversation === undefined) throw new Error(`a word to ${word.conversationId}, which nobody started`);
    const { rev } = conversation.summary;
    const command = hear(conversation, word, this.now);
    if (conversation.summary.rev > rev) this.posted.push(conversation.summary);
    if (lost) return;
    if (command !== null) this.tell(command);
    this.#outbox.confirm(item);
  }

  /** The process is killed and starts again; every socket is lost. */
  restart(): void {
    const loaded = createDeskStore(this.#sql).load();
    assert.deepEqual({ ...loaded, places: this.state.places }, this.state);
    this.state = loaded;
    for (const [agentId, agent] of this.state.agents)
      if (agent.connection.at === "connected") this.#droppedAt.set(agentId, this.now);
    this.tell({ type: "woke", connected: [] });
  }

  /** Tells everything that waits to be told, until nothing does; places that changed are waited for. */
  settle(): void {
    this.#tellAll();
    while (this.state.places.dueAt !== null) {
      this.now = this.state.places.dueAt;
      this.tell({ type: "clock" });
      this.#tellAll();
    }
  }

  #tellAll(): void {
    for (let round = 0; round < 1_000; round++) {
      const items = this.words();
      if (items.length === 0 && this.posted.length === 0) return;
      for (const summary of this.posted.splice(0)) this.tell({ type: "summary", summary });
      for (const item of items) this.deliver(item, false);
    }
    throw new Error("the desk does not come to rest");
  }

  /** How often each request was answered. */
  answered(): number[] {
    return [...this.#asked.values()];
  }

  /** What must hold at every commit. */
  #checkCommit(before: DeskState, command: DeskCommand, effects: readonly DeskEffect[]): void {
    this.#checkUnits(before);
    const next = nextDeadline(this.state);
    assert.ok(next === null || next > this.now, "a deadline that has passed is still pending");
    for (const effect of effects) {
      if (effect.type === "reply") this.#asked.set(effect.asker.id, (this.#asked.get(effect.asker.id) ?? 0) + 1);
      if (effect.type !== "unassign") continue;
      const assignment = `${effect.conversationId} ${effect.offerId}`;
      assert.ok(!this.#unassigned.has(assignment), "taken back twice");
      this.#unassigned.add(assignment);
      if (effect.reason === "disconnected") {
        const droppedAt = this.#droppedAt.get(effect.agentId) ?? Infinity;
        assert.ok(this.now >= droppedAt + AGENT_GRACE_MS, "taken back before the grace was over");
      }
    }
    for (const [agentId, { presence }] of this.state.agents) {
      if (presence !== "away" || before.agents.get(agentId)?.presence === "away" || command.type === "presence")
        continue;
      const missed = [...before.items.values()].some(
        ({ hand }) => hand.at === "offered" && hand.agentId === agentId && hand.expiresAt <= this.now,
      );
      assert.ok(missed, `${agentId} is away without having missed an offer`);
    }
  }

  /** Invariant 7: nobody is given more than they have room for, by the desk's books and in truth. */
  #checkUnits(before: DeskState): void {
    const [was, is] = [usage(before), usage(this.state)];
    for (const [agentId, units] of is) {
      const capacity = capacityOf(this.state.roster, agentId);
      assert.ok(units <= Math.max(capacity, was.get(agentId) ?? 0), `${agentId} is over capacity`);
    }
    for (const { id, holder } of this.conversations.values()) {
      if (holder === null) continue;
      const item = this.state.items.get(id);
      const known = item === undefined ? [] : takingsOf(item).map((taking) => taking.agentId);
      assert.ok(known.includes(holder), `${id} takes units of ${holder}, and the desk thinks that they are free`);
    }
  }
}

function capacityOf(roster: Roster, agentId: string): number {
  return roster.agents.find((agent) => agent.id === agentId)?.capacity ?? 0;
}

function isWord(effect: DeskEffect): effect is Word {
  return effect.type !== "reply" && effect.type !== "feed";
}
