import type { Bench } from "../kit/bench.ts";
import { messages } from "./messages.ts";

/** In the order in which they are measured and printed. */
export const BENCHES: readonly Bench[] = [messages];
