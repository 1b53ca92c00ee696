import { expect, inject, test } from "vitest";
import { killLoop } from "./kill-loop.ts";
import { seedOfRun } from "./seed.ts";

test("N08 25 kills in the middle of the traffic of twelve conversations: nothing lost, doubled or out of order, and no deadline twice", async () => {
  const seed = seedOfRun();
  const { kills, verdict } = await killLoop({ builtDir: inject("builtDir"), seed, kills: 25, conversations: 12 });
  console.log(`seed ${seed}: ${kills} kills, ${verdict.composed} composed, ${verdict.acknowledged} acknowledged`);
  const { lost, doubled, misordered, wrong } = verdict;
  expect({ lost, doubled, misordered, wrong }).toEqual({ lost: [], doubled: [], misordered: [], wrong: [] });
  expect(kills).toBe(25);
  expect(verdict.acknowledged).toBe(verdict.composed);
});
