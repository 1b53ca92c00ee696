import { runInDurableObject } from "cloudflare:test";
import { vi } from "vitest";

/** When each tab pinged last, in the test's time. */
const pingedAt = new Map<string, number>();

export function notePing(tab: string): void {
  pingedAt.set(tab, Date.now());
}

/** Stops the clock that objects read. Alarms that are set from now on wait for `ring`. */
export function stopClock(): void {
  vi.useFakeTimers({ toFake: ["Date"] });
}

export function goOn(): void {
  vi.useRealTimers();
}

/** Moves the stopped clock. */
export function pass(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

/**
 * The runtime notes pings by its own clock, which no test can stop. From now on, of a socket whose ping it has noted, it tells
 * the time in the test's time.
 */
export async function tellPingsInTestTime(stub: DurableObjectStub): Promise<void> {
  await runInDurableObject(stub, (_object, state) => {
    const prototype = Object.getPrototypeOf(state) as DurableObjectState;
    if (Object.hasOwn(prototype, "retold")) return;
    const noted = prototype.getWebSocketAutoResponseTimestamp;
    prototype.getWebSocketAutoResponseTimestamp = function retold(this: DurableObjectState, socket: WebSocket) {
      const { tab } = socket.deserializeAttachment() as { tab: string };
      const at = noted.call(this, socket);
      return at === null ? null : new Date(pingedAt.get(tab) ?? at);
    };
    Object.defineProperty(prototype, "retold", { value: true });
  });
}
