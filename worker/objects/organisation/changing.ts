import type { ChangeAction } from "#protocol/changes.ts";
import { changedFields } from "../../core/settings/changed-fields.ts";
import { fingerprint } from "../../tokens/seal.ts";
import type { Stores } from "./accounts.ts";
import { lockOut } from "./accounts.ts";
import type { Actor, SaveAnswer, SettingsChange } from "./change.ts";
import { changeKeys, endOldKeys } from "./keys.ts";
import { agentsWithout, whyWidgetStays, whyWorkstreamStays } from "./removing.ts";
import * as settings from "./settings.ts";
import type { Stored } from "./settings.ts";
import { subjectOf } from "./subject.ts";

const ACTIONS: Record<SettingsChange["do"], ChangeAction> = {
  "add-widget": "made",
  "save-widget": "changed",
  "change-keys": "keys-changed",
  "end-old-keys": "old-keys-ended",
  "remove-widget": "removed",
  "restore-widget": "restored",
  "add-workstream": "made",
  "save-workstream": "changed",
  "remove-workstream": "removed",
  "add-agent": "made",
  "save-agent": "changed",
  "save-quick-replies": "changed",
};

/** Told apart by it, and nothing given away: a mark is a piece of a hash of 256 random bits. */
const mark = (secret: string): string => `secret ${fingerprint(secret).slice(0, 6)}`;

/** Carries a change out and writes down who did what, in one transaction: that of whoever calls this. */
export function carryOut(stores: Stores, change: SettingsChange, by: Actor, now: number): SaveAnswer {
  const subject = subjectOf(stores, change, now);
  const [before, rev, nameBefore] = [subject.value(), subject.rev(), subject.name()];
  if ("rev" in change && change.rev !== null && rev !== 0 && change.rev !== rev) {
    const last = stores.changes.latest(subject.kind, subject.id);
    const who = last === null ? "It was changed" : `${last.by.name} changed it`;
    return { outcome: "conflict", detail: `${who} after you opened it. Nothing of yours was saved yet.` };
  }
  const answer = apply(stores, change, by, now);
  if (answer.outcome !== "stored") return answer;
  const fields = changedFields(before, subject.value(), mark);
  if (fields.length > 0 || ACTIONS[change.do] !== "changed") {
    const name = change.do === "remove-workstream" ? nameBefore : subject.name();
    const { kind, id: targetId } = subject;
    stores.changes.append({ at: now, by: { ...by }, kind, targetId, name, action: ACTIONS[change.do], fields });
  }
  return { outcome: "saved", record: subject.record() };
}

function apply(stores: Stores, change: SettingsChange, by: Actor, now: number): Stored {
  const { organisation: store } = stores;
  switch (change.do) {
    case "add-widget":
      return settings.addWidget(store, change.id, change.value);
    case "save-widget":
      return settings.saveWidget(store, change.id, change.value);
    case "change-keys":
      return changeKeys(store, change.id, { ...change, keys: change.keys ?? undefined }, now);
    case "end-old-keys":
      return endOldKeys(store, change.id);
    case "remove-widget": {
      if (store.widgets.get(change.id) === null) return { outcome: "not-found" };
      const why = whyWidgetStays(change.live);
      if (why !== null) return why;
      store.removed.add(change.id, now);
      return settings.STORED;
    }
    case "restore-widget":
      if (!store.removed.all().has(change.id)) return { outcome: "not-found" };
      store.removed.drop(change.id);
      return settings.STORED;
    case "add-workstream":
      return settings.addWorkstream(store, change.id, change.value);
    case "save-workstream":
      return settings.saveWorkstream(store, change.id, change.value);
    case "remove-workstream": {
      if (store.workstreams.get(change.id) === null) return { outcome: "not-found" };
      const why = whyWorkstreamStays(store, change.id, change.live);
      if (why !== null) return why;
      for (const [id, value] of agentsWithout(store, change.id))
        carryOut(stores, { do: "save-agent", id, value, rev: null }, by, now);
      store.workstreams.remove(change.id);
      return settings.STORED;
    }
    case "add-agent":
      return settings.addAgent(store, change.id, change.value, by.id);
    case "save-agent": {
      const saved = settings.saveAgent(store, change.id, change.value, by.id);
      // Whoever was deactivated is out at once, in every browser, with every link that could open a new session.
      if (store.agents.get(change.id)?.active === false) lockOut(stores, change.id);
      return saved;
    }
    case "save-quick-replies":
      return settings.saveQuickReplies(store, change.value);
  }
}
