import type { Change } from "#protocol/changes.ts";
import { fieldName, valueInWords } from "./core/field-names.ts";

const KINDS: Record<Change["kind"], string> = {
  widget: "widget",
  workstream: "workstream",
  agent: "agent",
  "quick-replies": "",
};

const DONE: Record<Change["action"], string> = {
  made: "made",
  changed: "changed",
  removed: "removed",
  restored: "restored",
  "keys-changed": "changed the identity keys of",
  "old-keys-ended": "ended the old identity keys of",
  invited: "made a sign-in link for",
  "signed-out": "ended the sessions of",
};

/** "changed widget Shop", "deactivated agent Bo". */
export function changeInWords({ kind, action, name, fields, targetId, by }: Change): string {
  if (kind === "quick-replies") return "changed the quick replies";
  const active = fields.find(({ field }) => field === "active");
  const only = action === "changed" && active !== undefined && fields.length === 1;
  const verb = only ? (active.after === true ? "activated" : "deactivated") : DONE[action];
  if (kind === "agent" && targetId === by.id)
    return action === "made" ? "signed in for the first time" : `${verb} themselves`;
  return `${verb} ${KINDS[kind]} “${name}”`;
}

interface FieldSaid {
  name: string;
  /** Null where there was nothing before: it was made. */
  before: string | null;
  after: string;
}

/** What somebody says when they make something; the rest starts with its default. */
const CHOSEN: ReadonlySet<string> = new Set(["workstreamId", "origins", "role", "capacity", "workstreamIds"]);

/** What was set, line by line. Of something that is new only what is not at its name already. */
export function fieldsInWords(
  { action, kind, fields }: Change,
  nameOf: (id: string) => string,
  dateOf: (at: number) => string,
): FieldSaid[] {
  const words = (field: string, value: Change["fields"][number]["after"]): string =>
    valueInWords(field, value, nameOf, dateOf);
  if (action === "made")
    return fields
      .filter(({ field }) => CHOSEN.has(field))
      .flatMap(({ field, after }) =>
        field === "name" || after === null || after === ""
          ? []
          : [{ name: fieldName(field), before: null, after: words(field, after) }],
      );
  if (kind === "agent" && fields.length === 1 && fields[0]?.field === "active") return [];
  // What the old keys are is said already, by what they were.
  return fields
    .filter(({ field }) => !field.startsWith("identity.previous.keys."))
    .map(({ field, before, after }) => ({
      name: fieldName(field),
      before: before === null || before === "" ? null : words(field, before),
      after: words(field, after),
    }));
}
