import { Hono } from "hono";
import { termsOf } from "../core/terms.ts";
import { sampleConversations } from "../core/sample/sample.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { organisationOf } from "../middleware/organisation.ts";
import { notFound } from "../middleware/problem.ts";
import { sameOrigin } from "../middleware/same-origin.ts";
import { DEMO_AGENT_ID, DEMO_WIDGET_ID } from "../objects/organisation/seed.ts";

/** How far back a sample reaches; and how many objects are written at a time. */
const DAYS = 28;
const AT_A_TIME = 20;
const AGENTS = [
  { id: DEMO_AGENT_ID, name: "Ana Martins" },
  { id: "ben", name: "Ben Costa" },
  { id: "clara", name: "Clara Nunes" },
] as const;

/** Fills the past of a demo, once, however often it is asked for. There is nothing here in a deployment. */
export const sample = new Hono<AppEnv>().post("/demo/sample", sameOrigin, async (c) => {
  const reading = c.env.DEMO === "on" ? await organisationOf(c.env).readWidget(DEMO_WIDGET_ID) : null;
  if (reading === null) return notFound(c);
  const { widget, workstream } = reading;
  const terms = termsOf(DEMO_WIDGET_ID, widget, workstream);
  const portalUrl = widget.reconnect.portalUrl ?? "https://shop.example/";
  const made = { terms, agents: AGENTS, portalUrl, until: Date.now(), days: DAYS, seed: 1 };
  let conversations = 0;
  let batch: Promise<boolean>[] = [];
  for (const played of sampleConversations(made)) {
    batch.push(c.env.CONVERSATION.getByName(played.state.id).rehearse(played));
    if (batch.length < AT_A_TIME) continue;
    conversations += (await Promise.all(batch)).filter(Boolean).length;
    batch = [];
  }
  conversations += (await Promise.all(batch)).filter(Boolean).length;
  return c.json({ conversations }, 201);
});
