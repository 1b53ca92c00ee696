import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createConnection, deadline } from "../../../widget/client/core/connection.ts";
import type { Connection, ConnectionEffect, ConnectionEvent, Stage } from "../../../widget/client/core/connection.ts";
import { step } from "../../../widget/client/core/connection-step.ts";

const T = 1_700_000_000_000;
type At = [ms: number, event: ConnectionEvent];

/** Runs events at their times after T; jitter is half of its span throughout. */
function play(events: At[], random = 0.5): { state: Connection; effects: ConnectionEffect[] } {
  let state = createConnection(false);
  let effects: ConnectionEffect[] = [];
  for (const [ms, event] of events) ({ state, effects } = step(state, event, T + ms, random));
  return { state, effects };
}

const connect: At = [0, { type: "connect" }];
const opened: At = [100, { type: "opened", socket: 1 }];
const synced: At = [200, { type: "synced" }];
const live: At[] = [connect, opened, synced];
const tick = (ms: number): At => [ms, { type: "tick" }];
const hint = (ms: number): At => [ms, { type: "hint" }];
const closed = (ms: number, code: number, socket = 1): At => [ms, { type: "closed", socket, code }];

describe("the way up", () => {
  test("connecting, syncing, live", () => {
    expect(play([connect]).effects).toEqual([{ type: "open", socket: 1, fresh: false, hidden: false }]);
    expect(play([connect, opened]).state.stage.at).toBe("syncing");
    expect(play(live).state.stage.at).toBe("live");
  });
  test("an attempt that leads nowhere is given up after 10 s, and so is a catching up that stands still", () => {
    expect(play([connect, tick(9_999)]).state.stage.at).toBe("connecting");
    expect(play([connect, tick(10_000)]).effects).toEqual([{ type: "close", socket: 1, code: 4300 }]);
    expect(play([connect, opened, [10_050, { type: "heard", socket: 1 }], tick(10_100)]).state.stage.at).toBe(
      "backing-off",
    );
    expect(play([connect, opened, [9_000, { type: "progressed" }], tick(10_100)]).state.stage.at).toBe("syncing");
  });
  test("whatever an older socket still says is ignored", () => {
    const events: At[] = [...live, closed(6_000, 1006), tick(6_250)];
    const { state } = play(events);
    expect(state.socket).toBe(2);
    for (const event of [
      { type: "closed", socket: 1, code: 4001 },
      { type: "opened", socket: 1 },
      { type: "heard", socket: 1 },
    ] as const) {
      expect(step(state, event, T + 6_300, 0)).toEqual({ state, effects: [] });
    }
  });
});

describe("what a close code asks", () => {
  const after = (code: number): Stage => play([...live, closed(6_000, code)]).state.stage;
  test.each([
    [1006, { at: "backing-off", retryAt: T + 6_250 }],
    [1011, { at: "backing-off", retryAt: T + 6_250 }],
    [4100, { at: "backing-off", retryAt: T + 6_250 }],
    [4200, { at: "backing-off", retryAt: T + 6_000 }],
    [4001, { at: "closed", code: 4001 }],
    [4005, { at: "closed", code: 4005 }],
    [4099, { at: "closed", code: 4099 }],
  ] as const)("%i", (code, stage) => expect(after(code)).toEqual(stage));

  test("an expired identity leads to a connection with a fresh one", () => {
    const { state, effects } = play([...live, closed(6_000, 4020), tick(6_000)]);
    expect(effects).toEqual([{ type: "open", socket: 2, fresh: true, hidden: false }]);
    expect(step(state, { type: "opened", socket: 2 }, T + 6_100, 0).state.fresh).toBe(true);
  });
  test("a server that always says `now` is not stormed", () => {
    let state = play([connect]).state;
    let attempts = 0;
    for (let now = T; now < T + 60_000; now = Math.max(now + 1, deadline(state) ?? now)) {
      state = step(state, { type: "tick" }, now, 0.5).state;
      if (state.stage.at === "connecting") {
        attempts += 1;
        state = step(state, { type: "closed", socket: state.socket, code: 4200 }, now, 0.5).state;
      }
    }
    expect(attempts).toBeLessThan(15);
  });
});

describe("backing off", () => {
  test("full jitter: the first retry within half a second, none later than 20 s", () => {
    const { state } = play([connect, closed(0, 1006)], 0.999);
    expect(state.stage).toEqual({ at: "backing-off", retryAt: T + 499 });
    let late = state;
    let now = T;
    for (let round = 0; round < 12; round += 1) {
      now = deadline(late) ?? now;
      late = step(late, { type: "tick" }, now, 0.999).state;
      late = step(late, { type: "closed", socket: late.socket, code: 1006 }, now, 0.999).state;
    }
    expect(late.stage).toEqual({ at: "backing-off", retryAt: now + 19_980 });
  });
  test("N09 only a link that stood for 5 s starts it anew", () => {
    expect(play([...live, closed(5_199, 1006)]).state.attempts).toBe(1);
    const flapped: At[] = [
      ...live,
      closed(300, 1006),
      tick(600),
      [700, { type: "opened", socket: 2 }],
      [800, { type: "synced" }],
    ];
    expect(play([...flapped, closed(5_000, 1006, 2)]).state.attempts).toBe(2);
    expect(play([...flapped, closed(5_800, 1006, 2)]).state.attempts).toBe(1);
  });
  test("a hint retries at once and forgets the failures", () => {
    const { state, effects } = play([connect, closed(0, 1006), hint(10)]);
    expect([state.attempts, effects]).toEqual([0, [{ type: "open", socket: 2, fresh: false, hidden: false }]]);
  });
});

describe("liveness", () => {
  test("pings every 10 s, and any byte is an answer", () => {
    expect(play([...live, tick(10_100)]).effects).toEqual([{ type: "ping", socket: 1 }]);
    const answered = play([...live, tick(10_100), [10_150, { type: "heard", socket: 1 }], tick(16_200)]);
    expect(answered.state.stage.at).toBe("live");
    expect(deadline(answered.state)).toBe(T + 20_100);
  });
  test("N07 a half-open socket is known within 20 s of its last sign of life", () => {
    const { state, effects } = play([...live, tick(10_100), tick(16_100)]);
    expect(effects).toEqual([{ type: "close", socket: 1, code: 4300 }]);
    expect(state.stage.at).toBe("backing-off");
  });
  test("N04 a timer that comes late probes before it judges, once", () => {
    const woken = play([...live, tick(10_100), tick(600_000)]);
    expect([woken.state.stage.at, woken.effects]).toEqual(["live", [{ type: "ping", socket: 1 }]]);
    expect(deadline(woken.state)).toBe(T + 603_000);
    expect(play([...live, tick(10_100), tick(600_000), tick(603_000)]).state.stage.at).toBe("backing-off");
    expect(play([...live, tick(10_100), tick(600_000), tick(900_000)]).state.stage.at).toBe("backing-off");
  });
  test("a hint probes at once with short patience, and never declares a loss", () => {
    const hinted = play([...live, hint(5_000)]);
    expect(hinted.effects).toEqual([{ type: "ping", socket: 1 }]);
    expect(deadline(hinted.state)).toBe(T + 8_000);
    expect(play([...live, hint(5_000), hint(7_000)]).effects).toEqual([]);
    expect(play([...live, tick(10_100), hint(10_200)]).state.stage.at).toBe("live");
  });
  test("a clock that was set back does not stop it", () => {
    expect(play([...live, tick(-3_600_000)]).effects).toEqual([{ type: "ping", socket: 1 }]);
    expect(play([connect, closed(0, 1006), tick(-3_600_000)]).state.stage.at).toBe("connecting");
  });
});

describe("the page", () => {
  test("going away closes with 4300, and a hint or a return brings it back", () => {
    const away: At[] = [...live, [300, { type: "suspend", held: false }]];
    expect(play(away).effects).toEqual([{ type: "close", socket: 1, code: 4300 }]);
    expect(play([...away, [400, { type: "resume" }]]).state.stage.at).toBe("connecting");
    expect(play([...away, hint(400)]).state.stage.at).toBe("connecting");
  });
  test("a line that was dropped on purpose comes back only on purpose", () => {
    const dropped: At[] = [...live, [300, { type: "suspend", held: true }]];
    expect(play([...dropped, hint(400)]).state.stage.at).toBe("suspended");
    expect(play([...dropped, [400, { type: "resume" }]]).state.stage.at).toBe("connecting");
  });
  test("the server learns once that the page is hidden, also if that happened before the socket was open", () => {
    const hide: ConnectionEvent = { type: "hidden", hidden: true };
    expect(play([...live, [300, hide]]).effects).toEqual([{ type: "tell-hidden", socket: 1, hidden: true }]);
    expect(play([...live, [300, hide], [301, hide]]).effects).toEqual([]);
    expect(play([connect, [50, hide], opened]).effects).toEqual([{ type: "tell-hidden", socket: 1, hidden: true }]);
  });
});

test("seeded walks: every stage has a way back, and an armed one always moves on", () => {
  const event = fc.oneof(
    fc.constantFrom<ConnectionEvent>(
      { type: "connect" },
      { type: "disconnect" },
      { type: "progressed" },
      { type: "synced" },
      { type: "hint" },
      { type: "resume" },
      { type: "tick" },
    ),
    fc.record({ type: fc.constant("suspend" as const), held: fc.boolean() }),
    fc.record({ type: fc.constant("hidden" as const), hidden: fc.boolean() }),
    fc.record({ type: fc.constant("resync" as const), fresh: fc.boolean() }),
    fc.record({ type: fc.constantFrom("opened" as const, "heard" as const), socket: fc.integer({ min: 0, max: 6 }) }),
    fc.record({
      type: fc.constant("closed" as const),
      socket: fc.integer({ min: 0, max: 6 }),
      code: fc.constantFrom(1000, 1006, 4001, 4020, 4100, 4200, 4300),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(event, fc.nat(20_000), fc.double({ min: 0, max: 0.999, noNaN: true })), { maxLength: 80 }),
      (walk) => {
        let state = createConnection(false);
        let now = T;
        let open = 0;
        for (const [next, ms, random] of walk) {
          now += ms;
          const after = step(state, next, now, random);
          for (const effect of after.effects) {
            if (effect.type === "close") expect(effect.socket).toBe(open);
            if (effect.type === "close") open = 0;
            if (effect.type !== "open") continue;
            expect(open).toBe(0);
            open = effect.socket;
          }
          if (next.type === "closed" && next.socket === open) open = 0;
          state = after.state;
          // A stage that waits for something of ours has an instant at which it moves on by itself.
          expect(deadline(state) === null).toBe(["idle", "suspended", "closed"].includes(state.stage.at));
        }
        const back = [{ type: "resume" }, { type: "connect" }, { type: "hint" }] as const;
        for (const next of back) state = step(state, next, (now += 5_000), 0.5).state;
        expect(["connecting", "syncing", "live"]).toContain(state.stage.at);
      },
    ),
    { numRuns: 1_000 },
  );
});
