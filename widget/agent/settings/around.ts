import type { Me, SettingsAnswer } from "#protocol/console.ts";
import type { AgentApi } from "../../client/agent.ts";
import type { Bound } from "./fields.ts";
import type { SettingsModel } from "./model.ts";

/** A form with all that its fields need. */
export interface BoundForm extends Bound {
  key: string;
  /** By which what is only shown (a chosen unit) is remembered. */
  owner: object;
  redraw(): void;
}

/** What every page of the settings is handed. */
export interface Around {
  model: SettingsModel;
  settings: SettingsAnswer;
  api: AgentApi;
  me: Me;
  /** What follows "settings" in the address. */
  path: string;
  go(path: string): void;
  redraw(): void;
  /** Asks first, in a dialog. */
  ask(question: Question): void;
}

/** Something that is asked before it is done. */
export interface Question {
  title: string;
  text: string;
  /** What the button says. */
  does: string;
  danger?: boolean;
  yes(): void;
}

export function bind({ model, redraw }: Around, key: string): BoundForm | null {
  const form = model.form(key);
  if (form === null) return null;
  return { key, form, owner: model, redraw, edit: (path, to) => model.edit(key, path, to) };
}

/** A link to another page of the settings: one can open it in a tab of its own. */
export function linkTo(path: string): string {
  return `#/settings/${path}`;
}

/** Follows such a link without leaving the page. */
export function follow(go: (path: string) => void, path: string): (event: MouseEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(path);
  };
}
