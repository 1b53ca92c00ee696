import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createConnection, deadline } from "../../../widget/client/core/connection.ts";
import type { Connection, ConnectionEffect, ConnectionEvent, Stage } from "../../../widget/client/core/connection.ts";
import { moveConnection } from "../../../widget/client/core/connection-step.ts";
import { pure } from "../../../widget/client/core/machine.ts";

const step = pure<Connection, ConnectionEvent, ConnectionEffect>(moveConnection);

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
const opened: At = [100, { type: "opened" }];
const synced: At = [200, { type: "synced" }];
const live: At[] = [connect, opened, synced];
const tick = (ms: number): At => [ms, { type: "tick" }];
const hint = (ms: number): At => [ms, { type: "hint" }];
const closed = (ms: number, code: number): At => [ms, { type: "closed", code }];
const says = (frame: object) => ({ type: "say", text: JSON.stringify(frame) });
const ping = { type: "say", text: "ping" };

describe("the way up", () => {
  test("connecting, syncing, live", () => {
    const { state, effects } = play([connect]);
    expect(effects).toEqual([{ type: "open" }]);
    expect(state).toMatchObject({ stage: { at: "connecting" }, fresh: false, hidden: false });
    expect(play([connect, opened]).state.stage.at).toBe("syncing");
    expect(play(live).state.stage.at).toBe("live");
  });
  test("an attempt that leads nowhere is given up after 10 s, and so is a catching up that stands still", () => {
    expect(play([connect, tick(9_999)]).state.stage.at).toBe("connecting");
    expect(play([connect, tick(10_000)]).effects).toEqual([{ type: "close" }]);
    expect(play([connect, opened, [10_050, { type: "heard" }], tick(10_100)]).state.stage.at).toBe("backing-off");
    expect(play([connect, opened, [9_000, { type: "opened" }], tick(10_100)]).state.stage.at).toBe("syncing");
  });
  test("what only a socket can say means nothing where there is none", () => {
    for (const before of [[], [...live, closed(6_000, 1006)], [...live, closed(6_000, 4001)]] as At[][]) {
      const { state } = play(before);
      for (const event of [
        { type: "closed", code: 4001 },
        { type: "opened" },
        { type: "heard" },
        { type: "synced" },
      ] as const) {
        const after = step(state, event, T + 6_100, 0);
        expect(after.effects).toEqual([]);
        expect(after.state).toBe(state);
      }
    }
  });
});

describe("what a close code asks", () => {
  const after = (code: number): Stage => play([...live, closed(6_000, code)]).state.stage;
  test.each([
    [1006, { at: "backing-off", until: T + 6_250 }],
    [1011, { at: "backing-off", until: T + 6_250 }],
    [4100, { at: "backing-off", until: T + 6_250 }],
    [4200, { at: "backing-off", until: T + 6_000 }],
    [4001, { at: "closed", code: 4001 }],
    [4005, { at: "backing-off", until: T + 6_000 }],
    [4099, { at: "closed", code: 4099 }],
  ] as const)("%i", (code, stage) => expect(after(code)).toEqual(stage));

  test("an expired identity leads to a connection with a fresh one", () => {
    const { state, effects } = play([...live, closed(6_000, 4020), tick(6_000)]);
    expect(effects).toEqual([{ type: "open" }]);
    expect(state.fresh).toBe(true);
    expect(step(state, { type: "opened" }, T + 6_100, 0).state.fresh).toBe(true);
  });
  test("a server that always says `now` is not stormed", () => {
    let state = play([connect]).state;
    let attempts = 0;
    for (let now = T; now < T + 60_000; now = Math.max(now + 1, deadline(state))) {
      state = step(state, { type: "tick" }, now, 0.5).state;
      if (state.stage.at === "connecting") {
        attempts += 1;
        state = step(state, { type: "closed", code: 4200 }, now, 0.5).state;
      }
    }
    expect(attempts).toBeLessThan(15);
  });
});

describe("backing off", () => {
  test("full jitter: the first retry within half a second, none later than 20 s", () => {
    const { state } = play([connect, closed(0, 1006)], 0.999);
    expect(state.stage).toEqual({ at: "backing-off", until: T + 499 });
    let late = state;
    let now = T;
    for (let round = 0; round < 12; round += 1) {
      now = deadline(late);
      late = step(late, { type: "tick" }, now, 0.999).state;
      late = step(late, { type: "closed", code: 1006 }, now, 0.999).state;
    }
    expect(late.stage).toEqual({ at: "backing-off", until: now + 19_980 });
  });
  test("N09 only a link that stood for 5 s starts it anew", () => {
    expect(play([...live, closed(5_199, 1006)]).state.attempts).toBe(1);
    const flapped: At[] = [...live, closed(300, 1006), tick(600), [700, { type: "opened" }], [800, { type: "synced" }]];
    expect(play([...flapped, closed(5_000, 1006)]).state.attempts).toBe(2);
    expect(play([...flapped, closed(5_800, 1006)]).state.attempts).toBe(1);
  });
  test("who wants the line now gets one at once, whether it was off or only waited", () => {
    for (const code of [4001, 1006]) {
      const { state, effects } = play([connect, closed(0, code), [10, { type: "connect" }]]);
      expect([state.stage.at, effects]).toEqual(["connecting", [{ type: "open" }]]);
    }
    expect(play([...live, [5_000, { type: "connect" }]]).effects).toEqual([ping]);
  });
  test("a hint retries at once and forgets the failures", () => {
    const { state, effects } = play([connect, closed(0, 1006), hint(10)]);
    expect([state.attempts, effects]).toEqual([0, [{ type: "open" }]]);
  });
});

describe("liveness", () => {
  test("pings every 10 s, and any byte is an answer", () => {
    expect(play([...live, tick(10_100)]).effects).toEqual([ping]);
    const answered = play([...live, tick(10_100), [10_150, { type: "heard" }], tick(16_200)]);
    expect(answered.state.stage.at).toBe("live");
    expect(deadline(answered.state)).toBe(T + 20_100);
  });
  test("N07 a half-open socket is known within 20 s of its last sign of life", () => {
    const { state, effects } = play([...live, tick(10_100), tick(16_100)]);
    expect(effects).toEqual([{ type: "close" }]);
    expect(state.stage.at).toBe("backing-off");
  });
  test("N04 a timer that comes late probes before it judges, once", () => {
    const woken = play([...live, tick(10_100), tick(600_000)]);
    expect([woken.state.stage.at, woken.effects]).toEqual(["live", [ping]]);
    expect(deadline(woken.state)).toBe(T + 603_000);
    expect(play([...live, tick(10_100), tick(600_000), tick(603_000)]).state.stage.at).toBe("backing-off");
    expect(play([...live, tick(10_100), tick(600_000), tick(900_000)]).state.stage.at).toBe("backing-off");
  });
  test("a hint probes at once with short patience, and never declares a loss", () => {
    const hinted = play([...live, hint(5_000)]);
    expect(hinted.effects).toEqual([ping]);
    expect(deadline(hinted.state)).toBe(T + 8_000);
    expect(play([...live, hint(5_000), hint(7_000)]).effects).toEqual([]);
    expect(play([...live, tick(10_100), hint(10_200)]).state.stage.at).toBe("live");
  });
  test("a clock that was set back does not stop it", () => {
    expect(play([...live, tick(-3_600_000)]).effects).toEqual([ping]);
    expect(play([connect, closed(0, 1006), tick(-3_600_000)]).state.stage.at).toBe("connecting");
  });
});

describe("the page", () => {
  test("going away closes with 4300, and a hint or a return brings it back", () => {
    const away: At[] = [...live, [300, { type: "suspend", held: false }]];
    expect(play(away).effects).toEqual([{ type: "close" }]);
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
    expect(play([...live, [300, hide]]).effects).toEqual([says({ type: "visibility", hidden: true })]);
    expect(play([...live, [300, hide], [301, hide]]).effects).toEqual([]);
    expect(play([connect, [50, hide], opened]).effects).toEqual([says({ type: "visibility", hidden: true })]);
  });
});

test("seeded walks: every stage has a way back, and an armed one always moves on", () => {
  const event = fc.oneof(
    fc.constantFrom<ConnectionEvent>(
      { type: "connect" },
      { type: "disconnect" },
      { type: "synced" },
      { type: "hint" },
      { type: "resume" },
      { type: "tick" },
    ),
    fc.record({ type: fc.constant("suspend" as const), held: fc.boolean() }),
    fc.record({ type: fc.constant("hidden" as const), hidden: fc.boolean() }),
    fc.record({ type: fc.constantFrom("opened" as const, "heard" as const) }),
    fc.record({
      type: fc.constant("closed" as const),
      code: fc.constantFrom(1000, 1006, 4001, 4020, 4100, 4200, 4300),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(event, fc.nat(20_000), fc.double({ min: 0, max: 0.999, noNaN: true })), { maxLength: 80 }),
      (walk) => {
        let state = createConnection(false);
        let now = T;
        let open = false;
        for (const [next, ms, random] of walk) {
          now += ms;
          const after = step(state, next, now, random);
          for (const effect of after.effects) {
            // One socket at a time: what is said or closed is open, and what is opened is alone.
            expect(open).toBe(effect.type !== "open");
            if (effect.type !== "say") open = effect.type === "open";
          }
          state = after.state;
          expect(open).toBe(["connecting", "syncing", "live"].includes(state.stage.at));
          // A stage that waits for something of ours has an instant at which it moves on by itself.
          expect(deadline(state) === Infinity).toBe(["idle", "suspended", "closed"].includes(state.stage.at));
        }
        const back = [{ type: "resume" }, { type: "connect" }, { type: "hint" }] as const;
        for (const next of back) state = step(state, next, (now += 5_000), 0.5).state;
        expect(["connecting", "syncing", "live"]).toContain(state.stage.at);
      },
    ),
    { numRuns: 1_000 },
  );
});
