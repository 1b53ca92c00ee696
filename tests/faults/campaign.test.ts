import { expect, inject, test } from "vitest";
import { campaign, describeFailure } from "./campaign.ts";
import { seedOfRun } from "./seed.ts";

test("T05 T06 T08 N01 N04 N06 N07 N08 200 random lives of customers, pages, devices, agents, networks and servers: every invariant holds", async () => {
  const seed = seedOfRun();
  const { figures, failures } = await campaign({
    builtDir: inject("builtDir"),
    seed,
    sequences: 200,
    lanes: 4,
    longest: 25,
  });
  const { happened: _, ...counts } = figures;
  console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
  expect(failures.map(describeFailure).join("\n\n")).toBe("");
  expect(figures.acknowledged).toBeGreaterThan(0);
});
