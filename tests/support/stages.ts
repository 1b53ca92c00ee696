import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchBrowser } from "./browser.ts";
import type { TestServer } from "./server.ts";
import { startServer } from "./server.ts";
import { setStage, type Stage, type StageOptions } from "./stage.ts";

/** A server and a browser for all tests of a file. */
export interface House {
  readonly server: TestServer;
  readonly browser: Browser;
  /** Sets a stage, which is left when its test is over. */
  stage(options?: StageOptions): Promise<Stage>;
}

/** To be called once in a file, outside its tests. */
export function useHouse(): House {
  let server: TestServer | undefined;
  let browser: Browser | undefined;
  const stages: Stage[] = [];
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error("The house opens before the first test, and not earlier.");
    return thing;
  };
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(stages.splice(0).map((stage) => stage.leave()));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return {
    get server() {
      return there(server);
    },
    get browser() {
      return there(browser);
    },
    stage: async (options) => {
      const stage = await setStage(there(server), there(browser), options);
      stages.push(stage);
      return stage;
    },
  };
}
