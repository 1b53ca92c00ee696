import { describe, expect, test } from "vitest";
import type { AgentSettings } from "#protocol/settings.ts";
import { checkAgent } from "../../../worker/core/settings/agents.ts";
import { checkQuickReplies } from "../../../worker/core/settings/quick-replies.ts";
import { checkWidget } from "../../../worker/core/settings/widgets.ts";
import { widget, workstream } from "./given.ts";

const general = new Map([["general", workstream()]]);
const refusal = (code: string, field: string | null) => expect.objectContaining({ ok: false, code, field });

describe("checkAgent", () => {
  const ana = { name: "Ana", role: "agent", capacity: 3, workstreamIds: ["general"], active: true };
  const olga: AgentSettings = { name: "Olga", role: "supervisor", capacity: 3, workstreamIds: [], active: true };
  const check = (value: unknown, agentId = "ana", byId = "olga", agents = new Map([["olga", olga]])) =>
    checkAgent(value, general, { agentId, agents, byId });

  test("of workstreams that exist, of a known role, with room for something", () => {
    expect(check(ana)).toEqual({ ok: true, value: ana });
    expect(check({ ...ana, workstreamIds: ["general", "sales"] })).toEqual(
      refusal("invalid-settings", "workstreamIds"),
    );
    expect(check({ ...ana, capacity: -1 })).toEqual(refusal("invalid-settings", "capacity"));
    expect(check({ ...ana, role: "owner" })).toEqual(refusal("invalid-settings", "role"));
  });

  test("nobody deactivates themselves, and the last supervisor stays one", () => {
    expect(check({ ...olga, active: false }, "olga")).toMatchObject({
      field: "active",
      detail: "You cannot deactivate yourself.",
    });
    const byAnother = (value: object) => check({ ...olga, ...value }, "olga", "owner");
    expect(byAnother({ active: false })).toMatchObject({
      field: "active",
      detail: "Olga is the only supervisor. Make somebody else one first.",
    });
    expect(byAnother({ role: "agent" })).toMatchObject({ field: "role" });
    const two = new Map([
      ["olga", olga],
      ["oscar", { ...olga, name: "Oscar" }],
    ]);
    expect(check({ ...olga, role: "agent" }, "olga", "olga", two).ok).toBe(true);
    const dormant = new Map([
      ["olga", olga],
      ["oscar", { ...olga, active: false }],
    ]);
    expect(check({ ...olga, role: "agent" }, "olga", "owner", dormant)).toMatchObject({ field: "role" });
  });
});

describe("checkQuickReplies", () => {
  const replies = (...quickReplies: { shortcut: string; text: string }[]) => checkQuickReplies({ quickReplies });

  test("texts with the slugs that can be filled in", () => {
    const all = [{ shortcut: "hi", text: "Hello {CustomerName}, I'm {AgentName}: {ReconnectUrl} {not a slug} {}" }];
    expect(replies(...all)).toEqual({ ok: true, value: all });
  });

  test("a shortcut that is there already is named, with the number that has it", () => {
    expect(
      replies({ shortcut: "hi", text: "a" }, { shortcut: "bye", text: "b" }, { shortcut: "hi", text: "c" }),
    ).toEqual({
      ok: false,
      code: "invalid-settings",
      field: "quickReplies.2.shortcut",
      detail: "/hi is the shortcut of number 1, too.",
      problems: [{ field: "quickReplies.2.shortcut", detail: "/hi is the shortcut of number 1, too." }],
    });
  });

  test("an unknown slug is named; one in the wrong case is shown how to write", () => {
    expect(replies({ shortcut: "a", text: "{Order} of {CustomerName}, {Order} {Total}" })).toMatchObject({
      field: "quickReplies.0.text",
      detail: "{Order}, {Total} is not known. What can be filled in: {ReconnectUrl}, {CustomerName}, {AgentName}.",
    });
    expect(replies({ shortcut: "a", text: "{reconnecturl}" })).toMatchObject({
      detail: "{reconnecturl} is not known. Write it as {ReconnectUrl}.",
    });
  });

  test("everything that is wrong is said at once", () => {
    expect(replies({ shortcut: "No!", text: "" })).toMatchObject({
      problems: [
        { field: "quickReplies.0.shortcut", detail: "Must be lower-case letters, digits and hyphens." },
        { field: "quickReplies.0.text", detail: "Must not be empty." },
      ],
    });
  });
});

test("every field of a widget that is wrong is named at once, each in a sentence", () => {
  const wrong = {
    ...widget({ name: " ", origins: ["shop.example"], reconnect: { previousAgentForSeconds: -1, portalUrl: "/chat" } }),
  };
  expect(checkWidget(wrong, general)).toMatchObject({
    field: "name",
    detail: "name: must not be empty",
    problems: [
      { field: "name", detail: "Must not be empty." },
      { field: "origins.0", detail: "Must be an http(s) origin such as https://shop.example." },
      { field: "reconnect.previousAgentForSeconds", detail: "Must not be negative." },
      { field: "reconnect.portalUrl", detail: "Must be an absolute http or https URL." },
    ],
  });
  const two = { previousAgentForSeconds: 1_500, portalUrl: "https://other.example/" };
  expect(checkWidget(widget({ reconnect: two }), general)).toMatchObject({
    code: "hold-above-limit",
    problems: [{ field: "reconnect.previousAgentForSeconds" }, { field: "reconnect.portalUrl" }],
  });
});
