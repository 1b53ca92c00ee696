import { mkdirSync } from "node:fs";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

// wrangler.toml names this folder, and a checkout that was never built does not have it.
mkdirSync("dist/site", { recursive: true });

/** The keys of tests: fixed, so that a token seen in a failure can be made again. */
const testKeys = {
  ROOT_KEY: "dGVzdC1yb290LWtleS10ZXN0LXJvb3Qta2V5LTEyMzQ",
  SETUP_SECRET: "test-setup-secret-test-setup-secret",
  DEMO: "on",
};

export default defineConfig({
  test: {
    // Seeded walks and machines are many small steps: two cores, shared with the runtime under test.
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        extends: true,
        test: { name: "unit", environment: "node", include: ["tests/unit/**/*.test.ts"], sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            // `Request.cf` would be fetched from the network.
            miniflare: { bindings: testKeys, cf: false },
          }),
        ],
        test: {
          name: "worker",
          include: ["tests/worker/**/*.test.ts"],
          testTimeout: 20_000,
          hookTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/build-once.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Left at one second, every wait for something to become so would judge how fast the machine is.
          expect: { poll: { timeout: 15_000 } },
          // Each file runs servers of its own; one at a time leaves the second core to them.
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          environment: "node",
          include: ["tests/faults/**/*.test.ts"],
          globalSetup: ["tests/support/build-once.ts"],
          // Campaigns of hundreds of lives; each has a patience of its own, and says what it waits for.
          testTimeout: 600_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: "bench",
          environment: "node",
          include: ["tests/bench/**/*.test.ts"],
          globalSetup: ["tests/support/build-once.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 1,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
