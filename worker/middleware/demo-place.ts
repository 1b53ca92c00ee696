import { decode } from "#protocol/decode.ts";
import { DemoPlace } from "#protocol/demo.ts";
import type { Env } from "../env.ts";

/** Where the demo's parts stand; null anywhere but under `npm start`. */
export function placeOfDemo(env: Pick<Env, "DEMO" | "DEMO_PLACE">): DemoPlace | null {
  if (env.DEMO !== "on" || env.DEMO_PLACE === undefined) return null;
  const place = decode(DemoPlace, env.DEMO_PLACE);
  return place.ok ? place.value : null;
}
