import { describe, expect, inject, test } from "vitest";
import { startServer } from "../support/server.ts";
import { BENCHES } from "./figures/all.ts";
import { markdown, table } from "./kit/table.ts";
import { play } from "./story/script.ts";
import { seeded } from "./kit/statistics.ts";
import { soak } from "./soak/run.ts";
import { faults } from "./soak/tally.ts";
import { socketIoTroupe } from "./story/socket-io.ts";

const silent = () => undefined;

describe("every figure can be measured: once, at its smallest", () => {
  // The soak has a test of its own below, and what a conversation costs is counted in the worker's tests.
  const others = BENCHES.filter(({ name }) => name !== "soak" && name !== "cost");

  test.each(others)("$name", async ({ measure }) => {
    const figures = await measure({ builtDir: inject("builtDir"), size: "tiny", say: silent });
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      expect(figure).toEqual({
        name: expect.stringMatching(/\w/),
        value: expect.any(Number),
        unit: expect.any(String),
        baseline: figure.baseline === null ? null : expect.any(Number),
        ratio: figure.ratio === null ? null : expect.any(Number),
        aim: expect.any(String),
        ok: figure.aim === "" ? null : expect.any(Boolean),
        spread: null,
        baselineSpread: null,
        note: expect.stringMatching(/\w/),
      });
      expect(Number.isFinite(figure.value)).toBe(true);
    }
    const linesOf = (some: typeof figures) => some.map(({ name }) => expect.stringContaining(name));
    expect(table(figures).split("\n").slice(1)).toEqual(linesOf(figures));
    expect(markdown(figures).split("\n").slice(2)).toEqual(linesOf(figures.filter(({ aim }) => aim !== "")));
  });
});

test("many conversations at once, lines lost at random: nothing lost, doubled or out of order, and no error that a person would see", async () => {
  const server = await startServer();
  const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));
  console.log(`soak: seed ${seed}`);
  const { tally } = await soak({ server, conversations: 12, seconds: 4, seed, say: silent });
  await server.stop();
  expect([...tally.complaints]).toEqual([]);
  expect(faults(tally)).toBe(0);
  expect(tally.sent).toBeGreaterThan(0);
}, 120_000);

test("the story tells a system that loses from one that does not: without its server's memory Socket.IO loses messages", async () => {
  const troupe = await socketIoTroupe(300);
  const outcome = await play(troupe, { cuts: 0, cutSeconds: 0.5, perSecond: 40, random: seeded(3) });
  await troupe.kill();
  expect(outcome.lost).toBeGreaterThan(0);
});
