import { join } from "node:path";
import { playBen } from "./ben.ts";
import { playCustomer } from "./customers.ts";
import type { DemoOrganisation } from "./organisation.ts";
import { PEOPLE } from "./scripts.ts";

/** Brings the others into the demo, once; until `over`. What goes wrong with one of them leaves an emptier demo, not a broken one. */
export function bringPeople(
  { api, widgets, workstreams }: DemoOrganisation,
  serverUrl: string,
  shopUrl: string,
  dataDir: string,
  over: AbortSignal,
): void {
  const street = { serverUrl, shopUrl, widgets, folder: join(dataDir, "people") };
  const lives = [
    playBen(serverUrl, api, workstreams.wholesale, over),
    ...PEOPLE.map((person) => playCustomer(person, street, over)),
  ];
  for (const life of lives) {
    life.catch((error: unknown) => {
      if (!over.aborted) console.error(`Somebody in the demo is missing: ${String(error)}`);
    });
  }
}
