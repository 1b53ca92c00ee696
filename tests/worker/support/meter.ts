import { runInDurableObject } from "cloudflare:test";
import { DurableObject } from "cloudflare:workers";
import { vi } from "vitest";
import * as worker from "../../../worker/index.ts";

/** What objects have done, counted as it is billed. */
export interface Spending {
  /** Rows written, by object and what they are for. Setting an alarm is one. */
  rows: Record<string, number>;
  /** Requests, calls and alarms, by object and what was asked. */
  requests: Record<string, number>;
  /** Messages that sockets sent to objects, pings left out: twenty are billed as one request, and pings wake nobody. */
  messages: number;
}

type Method = (this: Meterable, ...given: never[]) => unknown;
interface Meterable {
  ctx: DurableObjectState;
}

/** Handlers that are not billed as requests, and what is counted as messages. */
const UNBILLED = ["constructor", "webSocketClose", "webSocketError"];

/**
 * Counts, until mocks are restored, what objects of every class do. `stub` leads to any of them: through it the runtime's own
 * classes are reached, which all objects share.
 */
export async function startMeter(stub: DurableObjectStub): Promise<Spending> {
  const spent: Spending = { rows: {}, requests: {}, messages: 0 };
  const owners = new Map<object, string>();
  for (const [className, { prototype }] of objectClasses()) {
    for (const name of Object.getOwnPropertyNames(prototype).filter((each) => !UNBILLED.includes(each))) {
      const original = prototype[name];
      if (original === undefined) continue;
      vi.spyOn(prototype, name).mockImplementation(function metered(this: Meterable, ...given: never[]) {
        owners.set(this.ctx.storage, className);
        owners.set(this.ctx.storage.sql, className);
        if (name === "webSocketMessage") spent.messages += 1;
        else count(spent.requests, `${className}.${name}`, 1);
        return original.apply(this, given);
      });
    }
  }
  await runInDurableObject(stub, (_object, { storage }) => meterRows(storage, spent, owners));
  return spent;
}

function objectClasses(): [string, { prototype: Record<string, Method> }][] {
  return Object.entries(worker).flatMap(([name, value]) =>
    typeof value === "function" && value.prototype instanceof DurableObject
      ? [[name, value as unknown as { prototype: Record<string, Method> }] as const]
      : [],
  ) as [string, { prototype: Record<string, Method> }][];
}

function meterRows(storage: DurableObjectStorage, spent: Spending, owners: Map<object, string>): void {
  const ownerOf = (object: object) => owners.get(object) ?? "new object";
  const sql = Object.getPrototypeOf(storage.sql) as SqlStorage;
  const exec = sql.exec;
  vi.spyOn(sql, "exec").mockImplementation(function metered(this: SqlStorage, query: string, ...values: never[]) {
    const cursor = exec.call(this, query, ...values);
    const purpose = purposeOf(query, values);
    // Whoever asked reads it to its end before anything else happens.
    queueMicrotask(() => count(spent.rows, `${ownerOf(this)}: ${purpose}`, cursor.rowsWritten));
    return cursor;
  } as SqlStorage["exec"]);
  const prototype = Object.getPrototypeOf(storage) as DurableObjectStorage;
  const { setAlarm } = prototype;
  vi.spyOn(prototype, "setAlarm").mockImplementation(function metered(this: DurableObjectStorage, ...given) {
    count(spent.rows, `${ownerOf(this)}: alarms`, 1);
    return setAlarm.apply(this, given);
  });
}

/** What a row is for, by the statement that writes it. */
function purposeOf(query: string, values: readonly unknown[]): string {
  if (/^\s*(CREATE|INSERT INTO migrations)/.test(query)) return "tables of a new object";
  const [, table = "other"] = /(?:INTO|UPDATE|FROM)\s+(\w+)/.exec(query) ?? [];
  if (table === "entries") return values[2] === null ? "lines of what happened" : "messages";
  if (table === "outbox" || /SET owed/.test(query)) return "words to others, until confirmed";
  return table === "conversation" ? "state" : table;
}

function count(into: Record<string, number>, key: string, amount: number): void {
  if (amount > 0) into[key] = (into[key] ?? 0) + amount;
}

export const total = (counted: Readonly<Record<string, number>>): number =>
  Object.values(counted).reduce((sum, amount) => sum + amount, 0);

/** Requests as they are billed: twenty messages of sockets are one. */
export const billed = ({ requests, messages }: Spending): number => total(requests) + messages / 20;

/** What the first spent beyond the second. */
export function beyond(one: Spending, other: Spending): Spending {
  const less = (a: Record<string, number>, b: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(a).flatMap(([key, amount]) => (amount === (b[key] ?? 0) ? [] : [[key, amount - (b[key] ?? 0)]])),
    );
  return {
    rows: less(one.rows, other.rows),
    requests: less(one.requests, other.requests),
    messages: one.messages - other.messages,
  };
}
