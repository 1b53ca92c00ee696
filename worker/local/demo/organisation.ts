import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import type { SettingsAnswer } from "#protocol/console.ts";
import { createAgentApi, type AgentApi } from "../../../widget/client/agent.ts";
import { nodePorts } from "../../../widget/client/node.ts";
import { setupToken } from "../greeting.ts";
import { placedAt } from "./placed-at.ts";
import { signToken } from "./sign-token.ts";

/** The demo's organisation, as its owner sets it up: through the API, like any owner. */
export interface DemoOrganisation {
  api: AgentApi;
  widgets: { main: string; express: string; wholesale: string };
  workstreams: { wholesale: string };
  /** Gives a new one a past to search in and to learn from; takes some seconds. One that is not new has its own. */
  givePast(): Promise<void>;
  /** The identity token of the shop's customer. */
  token(): Promise<string | null>;
}

/** The widget that a fresh demo has. */
const MAIN = "demo";
const ANA = "ana";
/** Long enough to see, short enough to wait for. */
const SHORT = { holdSeconds: 10, limitSeconds: 25 };

type Settings = v.InferOutput<typeof SettingsAnswer>;
type Widget = Settings["widgets"][number];

export async function setUpOrganisation(
  serverUrl: string,
  setupSecret: string,
  sites: readonly string[],
): Promise<DemoOrganisation> {
  const ports = nodePorts(serverUrl);
  const api = createAgentApi(ports.fetch, serverUrl);
  const token = await setupToken(serverUrl, setupSecret);
  must(await api.signIn({ token: token ?? "", name: "Rita Sousa" }));
  let settings = must(await api.settings());
  const save = async (method: "POST" | "PUT", path: string, body: unknown): Promise<void> => {
    must(await api.save(method, path, body, v.unknown()));
    settings = must(await api.settings());
  };
  /** The id of the workstream of this name, which is made first if it is not there. */
  const workstream = async (name: string, changes: object): Promise<string> => {
    const find = () => settings.workstreams.find((each) => each.name === name);
    if (find() === undefined) {
      await save("POST", "workstreams", { name });
      await save("PUT", `workstreams/${find()?.workstreamId}`, { ...find(), ...changes });
    }
    return find()?.workstreamId ?? "";
  };
  /** Has a widget stand where the demo stands this time; what an owner set meanwhile stays. */
  const place = async (find: () => Widget | undefined, path: string, changes: object): Promise<string> => {
    const it = find();
    if (it === undefined) return "";
    const placed = placedAt(it, sites, path, changes);
    // Each save is recorded as a change, so that one which changes nothing is left out.
    if (!isDeepStrictEqual(it, placed)) await save("PUT", `widgets/${it.widgetId}/settings`, placed);
    return it.widgetId;
  };
  const widget = async (name: string, workstreamId: string, path: string, changes: object): Promise<string> => {
    const find = () => settings.widgets.find((each) => each.name === name);
    if (find() === undefined) await save("POST", "widgets", { name, workstreamId, origins: [...sites] });
    return place(find, path, changes);
  };
  const main = () => settings.widgets.find(({ widgetId }) => widgetId === MAIN);

  const isNew = !settings.workstreams.some(({ name }) => name === "Express desk");
  const wholesale = await workstream("Wholesale", { units: 2 });
  const express = await workstream("Express desk", { autoCloseAfterInactivitySeconds: SHORT.limitSeconds });
  if (isNew) {
    const hers = settings.workstreams.map(({ workstreamId }) => workstreamId).filter((id) => id !== wholesale);
    const ana = { name: "Ana Martins", role: "supervisor", capacity: 6, workstreamIds: hers };
    await save("PUT", `agents/${ANA}`, { ...settings.agents.find(({ agentId }) => agentId === ANA), ...ana });
    const shop = main();
    // The origins that it began with are those of the usual port.
    if (shop !== undefined)
      await save(
        "PUT",
        `widgets/${MAIN}/settings`,
        placedAt({ ...shop, name: "Lisbon Shop", origins: [] }, sites, "/help", {}),
      );
  }
  await place(main, "/help", {});
  const short = {
    enabled: true,
    previousAgentForSeconds: SHORT.holdSeconds,
    redirectUrl: `${sites[0]}/late`,
  };
  return {
    api,
    widgets: {
      main: MAIN,
      express: await widget("Lisbon Shop, express", express, "/express", short),
      wholesale: await widget("Lisbon Shop, wholesale", wholesale, "/help", { enabled: true }),
    },
    workstreams: { wholesale },
    givePast: async () => {
      if (isNew) await ports.fetch(`${serverUrl}/v1/demo/sample`, { method: "POST" });
    },
    token: async () => {
      const { widgets } = must(await api.settings());
      const identity = widgets.find(({ widgetId }) => widgetId === MAIN)?.identity;
      if (identity?.keys.kind !== "secret") return null;
      return signToken({ audience: identity.audience, secret: identity.keys.secret });
    },
  };
}

function must<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`the demo cannot be set up: ${result.code}`);
  return result.value;
}
