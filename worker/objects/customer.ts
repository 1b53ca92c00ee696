import { DurableObject } from "cloudflare:workers";
import type { Ownership } from "../core/conversation/words.ts";
import type { Start } from "../core/reservation.ts";
import { reserve } from "../core/reservation.ts";
import type { Env } from "../env.ts";
import { createCustomerStore, customerMigrations } from "../storage/customer-store.ts";
import { durableSql } from "../storage/durable-sql.ts";
import { migrate } from "../storage/migrations.ts";

/** One verified customer: which conversations are theirs, and the reservation of a start. */
export class Customer extends DurableObject<Env> {
  readonly #store;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const sql = durableSql(ctx.storage);
    migrate(sql, customerMigrations);
    this.#store = createCustomerStore(sql);
  }

  /** The conversation that a start leads to; reserved here before it exists, so that two starts in the same instant get one. */
  async reserve(start: Start): Promise<string> {
    const { conversationId, reserved } = reserve(this.#store.live(), start, Date.now());
    if (reserved !== null) {
      this.#store.put(reserved);
      this.#store.putStart(start.startId, conversationId);
    }
    return conversationId;
  }

  /** A start joined a conversation that was found alive: repeated, it leads there again. */
  async joined(startId: string, conversationId: string): Promise<void> {
    this.#store.putStart(startId, conversationId);
  }

  /** A claim did not come about. */
  async release(conversationId: string): Promise<void> {
    this.#store.forget(conversationId);
  }

  /** Where this start led before; null if it is new. What is repeated ends nothing once more. */
  async startOf(startId: string): Promise<string | null> {
    return this.#store.startOf(startId);
  }

  /** Reserves a guest's conversation for this customer, whose browser started it; false if they have a live one of the widget already. */
  async claim(conversationId: string, widgetId: string): Promise<boolean> {
    const others = this.#store
      .live()
      .filter((owned) => owned.widgetId === widgetId && owned.conversationId !== conversationId);
    if (others.length > 0) return false;
    this.#store.put({ conversationId, widgetId, device: null, startId: conversationId, startedAt: Date.now() });
    return true;
  }

  /** The live conversations of this widget, the reserved ones included. */
  async live(widgetId: string): Promise<string[]> {
    return this.#store.live().flatMap((owned) => (owned.widgetId === widgetId ? [owned.conversationId] : []));
  }

  /** The live ones and the latest, which may have ended while its customer was asked whether to continue it. */
  async continuable(widgetId: string): Promise<string[]> {
    const latest = this.#store.latest(widgetId);
    const live = await this.live(widgetId);
    return latest === null || live.includes(latest) ? live : [...live, latest];
  }

  /** Notes that one has ended; it may be unknown here. */
  async ended(conversationId: string): Promise<void> {
    this.#store.end(conversationId);
  }

  /** A conversation tells that it is this customer's, or has ended. An end is never taken back, so it is kept even if it comes first. */
  async note({ conversationId, widgetId, startedAt, live }: Ownership): Promise<void> {
    this.#store.put({ conversationId, widgetId, device: null, startId: conversationId, startedAt });
    if (!live) this.#store.end(conversationId);
  }
}
