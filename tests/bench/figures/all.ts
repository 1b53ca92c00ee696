import type { Bench } from "../kit/bench.ts";
import { messages } from "./messages.ts";
import { story } from "./story.ts";
import { resume } from "./resume.ts";

/** In the order in which they are measured and printed. */
export const BENCHES: readonly Bench[] = [messages, resume, story];
