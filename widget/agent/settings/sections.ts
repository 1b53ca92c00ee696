import { html } from "lit";
import type { TemplateResult } from "lit";
import { agentList, agentPage, newAgent } from "./agents.ts";
import type { Around } from "./around.ts";
import { quickRepliesPage } from "./quick-replies.ts";
import { newWidget, widgetList } from "./widget-list.ts";
import { widgetPage } from "./widget-page.ts";
import { newWorkstream, workstreamList, workstreamPage } from "./workstreams.ts";

export const SECTIONS = [
  ["widgets", "Widgets"],
  ["workstreams", "Workstreams"],
  ["agents", "Agents"],
  ["quick-replies", "Quick replies"],
  ["changes", "Changes"],
] as const;

/** In which section a path is; the widgets, where it names none. */
export function sectionOf(path: string): (typeof SECTIONS)[number][0] {
  return SECTIONS.find(([name]) => path === name || path.startsWith(`${name}/`))?.[0] ?? "widgets";
}

/** The form that a path is about; views of one thing share one. */
export function formOf(path: string): string {
  const [kind = "", id = ""] = path.split("/");
  return id === "" ? kind : `${kind}/${id}`;
}

/** The page of a path. */
export function page(around: Around): TemplateResult {
  const [, id = "", view = ""] = around.path.split("/");
  switch (sectionOf(around.path)) {
    case "widgets":
      if (id === "") return widgetList(around);
      return id === "new" ? newWidget(around) : widgetPage(around, id, view);
    case "workstreams":
      if (id === "") return workstreamList(around);
      return id === "new" ? newWorkstream(around) : workstreamPage(around, id);
    case "agents":
      if (id === "") return agentList(around);
      return id === "new" ? newAgent(around) : agentPage(around, id);
    case "quick-replies":
      return quickRepliesPage(around);
    case "changes":
      return html`<div class="head">
          <h2 tabindex="-1">Changes</h2>
          <p class="muted">Who changed what, and when. Nobody can alter this record, and no secret stands in it.</p>
        </div>
        <rejoin-changes .api=${around.api} .settings=${around.settings}></rejoin-changes>`;
  }
}
