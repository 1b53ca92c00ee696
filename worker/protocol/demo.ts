import * as v from "valibot";
import { Origin } from "./settings.ts";

/**
 * Where the parts of the demo stand: what the supervisor tells the worker in `DEMO_PLACE`, and the worker its demo page. Nothing
 * of it exists in a deployment.
 */
export const DemoPlace = v.object({
  /** Where faults are asked for, and the token that is asked for with them. */
  control: v.object({ url: Origin, token: v.string() }),
  /** Origins at which the shop stands, the best first: the later one is for browsers that do not know `shop.localhost`. */
  shop: v.array(Origin),
  /** The same for the customer's phone. */
  phone: v.array(Origin),
});
export type DemoPlace = v.InferOutput<typeof DemoPlace>;

/** The two devices of the demo's customer. */
export const DemoDevice = v.picklist(["shop", "phone"]);
export type DemoDevice = v.InferOutput<typeof DemoDevice>;

/** How a device's way to the world is: packets vanish (`pulled`), connections close and none come about (`lost`). */
export const DemoWay = v.picklist(["whole", "pulled", "lost"]);
export type DemoWay = v.InferOutput<typeof DemoWay>;

/** What is broken at the moment; a line of the answer to `GET /faults`, which goes on. */
export const DemoFaults = v.object({ shop: DemoWay, phone: DemoWay, server: v.picklist(["up", "down"]) });
export type DemoFaults = v.InferOutput<typeof DemoFaults>;

/** `PUT /faults`: what of it shall be otherwise. */
export const DemoWish = v.partial(DemoFaults);
export type DemoWish = v.InferOutput<typeof DemoWish>;
