import type { Bench } from "../kit/bench.ts";
import { messages } from "./messages.ts";
import { story } from "./story.ts";
import { desk } from "./desk.ts";
import { memory } from "./memory.ts";
import { storm } from "./storm.ts";
import { page } from "./page.ts";
import { cost } from "./cost.ts";
import { soak } from "./soak.ts";
import { resume } from "./resume.ts";

/** In the order in which they are measured and printed. */
export const BENCHES: readonly Bench[] = [messages, resume, story, storm, memory, cost, desk, page, soak];
