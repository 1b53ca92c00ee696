import type { OrganisationStore } from "../../storage/organisation-store.ts";
import { addWidget, addWorkstream } from "./settings.ts";

/** The agent whom the demo signs in as. */
export const DEMO_AGENT_ID = "ana";
export const DEMO_WIDGET_ID = "demo";
/** Where `npm start` serves the demo. */
const DEMO_ORIGINS = ["http://localhost:8787", "http://127.0.0.1:8787"];
const DEMO_PORTAL_URL = "http://localhost:8787/";

/** What a fresh organisation starts with: one workstream and one widget, everything at its default, allowed on no site yet. */
export function seed(store: OrganisationStore): void {
  addWorkstream(store, "general", { name: "General" });
  addWidget(store, "site", { name: "Website", workstreamId: "general", origins: [] });
}

/** What a fresh organisation on a laptop starts with: a shop with reconnect on, and somebody to answer. */
export function seedDemo(store: OrganisationStore): void {
  addWorkstream(store, "general", { name: "General" });
  addWidget(store, DEMO_WIDGET_ID, { name: "Demo shop", workstreamId: "general", origins: DEMO_ORIGINS });
  const widget = store.widgets.get(DEMO_WIDGET_ID);
  if (widget === null) throw new Error("the demo's widget breaks the rules for widgets");
  store.widgets.put(DEMO_WIDGET_ID, {
    ...widget,
    reconnect: { ...widget.reconnect, enabled: true, portalUrl: DEMO_PORTAL_URL },
  });
  store.agents.put(DEMO_AGENT_ID, {
    name: "Ana",
    role: "agent",
    capacity: 3,
    workstreamIds: ["general"],
    active: true,
  });
  store.quickReplies.replace([
    { shortcut: "link", text: "If we get cut off, this brings you straight back to me: {ReconnectUrl}" },
  ]);
}

/** Nothing was ever set up here. */
export function isFresh(store: OrganisationStore): boolean {
  return store.workstreams.all().size === 0;
}
