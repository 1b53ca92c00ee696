import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import * as v from "valibot";
import { AgentRecord, InvitationAnswer } from "#protocol/console.ts";
import { dayName } from "../time.ts";
import type { Around, BoundForm } from "./around.ts";
import { bind } from "./around.ts";
import { manyField, selectField } from "./choices.ts";
import { copyable } from "./copy.ts";
import { numberField, textField } from "./fields.ts";
import { pageHead } from "./page-head.ts";
import { savingForm } from "./save-bar.ts";
import { thingList } from "./thing-list.ts";

function stateOf({ active, sessions, invitedUntil }: AgentRecord): string {
  if (!active) return "Deactivated";
  if (sessions > 0) return sessions === 1 ? "Signed in" : `Signed in, ${sessions} browsers`;
  return invitedUntil === null ? "Not signed in" : `Invited until ${dayName(invitedUntil, Date.now())}`;
}

export function agentList(around: Around): TemplateResult {
  const { agents, workstreams } = around.settings;
  const nameOf = new Map(workstreams.map(({ workstreamId, name }) => [workstreamId, name]));
  const things = agents
    .toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name))
    .map((agent) => ({
      path: `agents/${agent.agentId}`,
      name: agent.name,
      facts: [
        `${agent.capacity} ${agent.capacity === 1 ? "unit" : "units"}`,
        agent.workstreamIds.map((id) => nameOf.get(id) ?? id).join(", ") || "no workstream",
      ].join(" · "),
      marks: [...(agent.role === "supervisor" ? ["Supervisor"] : []), stateOf(agent)],
      gone: !agent.active,
    }));
  return thingList(
    around,
    {
      title: "Agents",
      about: "Who answers, how much at a time, and who may change all this.",
      add: { path: "agents/new", does: "Invite an agent" },
    },
    things,
  );
}

function fieldsOf(bound: BoundForm, { settings }: Around): TemplateResult {
  const options = settings.workstreams.map(({ workstreamId, name }) => [workstreamId, name] as const);
  return html`<section class="card">
    ${textField(bound, "name", { hint: "Customers see it beside what the agent writes." })}
    <div class="pair">
      ${selectField(
        bound,
        "role",
        [
          ["agent", "Agent"],
          ["supervisor", "Supervisor"],
        ],
        { hint: "Supervisors also change the settings and see all conversations." },
      )}
      ${numberField(bound, "capacity", { hint: "How many units they have at a time. 0: nothing is given to them." })}
    </div>
    ${manyField(bound, "workstreamIds", options, { hint: "Conversations of these are offered to them." })}
  </section>`;
}

export function newAgent(around: Around): TemplateResult {
  const bound = bind(around, "agents/new");
  if (bound === null) return html`<p class="empty">One moment…</p>`;
  return html`${pageHead(around, { back: ["agents", "Agents"], title: "Invite an agent" })}
  ${savingForm(bound, around, fieldsOf(bound, around), {
    does: "Make the sign-in link",
    saved: () => around.go(around.model.made?.path ?? "agents"),
  })}`;
}

/** The link is shown once: of its token the server keeps a fingerprint alone. */
function invitation({ model }: Around, key: string, name: string): TemplateResult | typeof nothing {
  const { made } = model;
  if (made?.path !== key || made.token === undefined) return nothing;
  const link = `${location.origin}/console#invite=${made.token}`;
  return html`<section class="card" role="status">
    <h2>Send this link to ${name}</h2>
    <p>It signs them in once, within a week. It is shown here this one time.</p>
    ${copyable(link, "Sign-in link")}
    <div class="buttons"><button type="button" @click=${() => model.forgetMade()}>Done</button></div>
  </section>`;
}

function actions(around: Around, agent: AgentRecord): TemplateResult {
  const { model, ask, me } = around;
  const { agentId, name, active } = agent;
  const key = `agents/${agentId}`;
  const invite = (): void =>
    void model.act(async (api) => {
      const answer = await api.save("POST", "invitations", { agentId }, InvitationAnswer);
      if (answer.ok) model.made = { path: key, token: answer.value.token, expiresAt: answer.value.expiresAt };
      return answer;
    }, key);
  const setActive = (on: boolean): void =>
    void model.act((api) => api.save("PUT", key, { ...agent, active: on }, AgentRecord), key);
  const endSessions = (): void =>
    void model.act((api) => api.save("DELETE", `${key}/sessions`, undefined, v.unknown()), key);
  return html`<section class="card">
    <h2>Signing in</h2>
    <p class="muted">${stateOf(agent)}.</p>
    <div class="buttons">
      ${active ? html`<button type="button" @click=${invite}>New sign-in link</button>` : nothing}
      <button
        type="button"
        @click=${() =>
          ask({
            title: `End all sessions of ${name}?`,
            text: "They are signed out in every browser, and links they have not used are void. What is theirs goes back to the queue.",
            does: "End the sessions",
            danger: true,
            yes: endSessions,
          })}
      >
        End all sessions
      </button>
      ${
        agentId === me.agentId
          ? nothing
          : active
            ? html`<button
                type="button"
                class="danger"
                @click=${() =>
                  ask({
                    title: `Deactivate ${name}?`,
                    text: "They are signed out at once and cannot sign in. What is theirs goes back to the queue. Their name stays in what they wrote, and you can activate them again.",
                    does: "Deactivate",
                    danger: true,
                    yes: () => setActive(false),
                  })}
              >
                Deactivate
              </button>`
            : html`<button type="button" @click=${() => setActive(true)}>Activate</button>`
      }
    </div>
  </section>`;
}

export function agentPage(around: Around, agentId: string): TemplateResult {
  const key = `agents/${agentId}`;
  const bound = bind(around, key);
  const agent = around.settings.agents.find((one) => one.agentId === agentId);
  if (bound === null || agent === undefined) return html`<p class="empty">There is no such agent.</p>`;
  return html`${pageHead(around, { back: ["agents", "Agents"], title: agent.name })}
  ${invitation(around, key, agent.name)} ${savingForm(bound, around, fieldsOf(bound, around))} ${actions(around, agent)}`;
}
