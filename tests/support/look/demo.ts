import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "../../../worker/local/build.ts";
import { launchBrowser } from "../browser.ts";
import { visitDemo } from "../demo-hands.ts";
import { startDemoHouse } from "../demo-house.ts";

// npm run look:demo: the README's picture, of the demo in the middle of a pulled cable, into docs/demo.png.

/** Until the others have come, and one of them has left. */
const PEOPLE_MS = 17_000;
/** Until both sides have noticed. */
const CABLE_MS = 60_000;

const builtDir = await mkdtemp(join(tmpdir(), "rejoin-look-"));
await build(builtDir, { demo: true });
const [house, browser] = await Promise.all([
  startDemoHouse({ builtDir, peopled: true }),
  launchBrowser(["--site-per-process"]),
]);
try {
  const visitor = await visitDemo(browser, house.url);
  await sleep(PEOPLE_MS);
  await visitor.press("hello");
  await visitor.write(visitor.console, "Yes, of course. Where should it go?");
  await visitor.seen();
  await visitor.press("cable");
  await visitor.write(visitor.shop, "To Rua das Flores 12");
  await visitor.seen(CABLE_MS);
  await visitor.write(visitor.console, "Still here. Your place is kept.");
  await sleep(1_000);
  await visitor.page.screenshot({ path: join(import.meta.dirname, "../../../docs/demo.png"), animations: "disabled" });
} finally {
  await browser.close();
  await house.close();
  await rm(builtDir, { recursive: true, force: true });
}
