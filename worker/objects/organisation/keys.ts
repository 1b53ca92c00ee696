import { check } from "#protocol/decode.ts";
import { IdentitySettings } from "#protocol/settings.ts";
import type { IdentityKeys } from "#protocol/settings.ts";
import * as v from "valibot";
import type { OrganisationStore } from "../../storage/organisation-store.ts";
import { identityKeysProblem } from "../../tokens/identity.ts";
import { randomToken } from "../../tokens/seal.ts";
import type { SettingsChange } from "./change.ts";
import { saveWidget } from "./settings.ts";
import type { Refused, Stored } from "./settings.ts";

const WithIdentity = v.object({ identity: IdentitySettings });

/** The keys that a change would have vouch, and the fields that they stand in; none if it is about something else. */
function keysIn(change: SettingsChange): { keys: IdentityKeys; field: string }[] {
  if (change.do === "change-keys") return change.keys === null ? [] : [{ keys: change.keys, field: "keys" }];
  const read = change.do === "save-widget" ? check(WithIdentity, change.value) : null;
  if (read?.ok !== true) return [];
  const { keys, previous } = read.value.identity;
  const old = previous ? [{ keys: previous.keys, field: "identity.previous.keys" }] : [];
  return [{ keys, field: "identity.keys" }, ...old];
}

/** The one rule that takes cryptography: a public key that is none would lock all verified customers out. Null if there is nothing to refuse. */
export async function refuseKeys(change: SettingsChange): Promise<Refused | null> {
  for (const { keys, field: at } of keysIn(change)) {
    const detail = await identityKeysProblem(keys);
    const field = `${at}.pem`;
    if (detail !== null)
      return { outcome: "refused", code: "invalid-settings", field, detail, problems: [{ field, detail }] };
  }
  return null;
}

function saveIdentity(
  store: OrganisationStore,
  widgetId: string,
  change: (identity: IdentitySettings) => IdentitySettings,
): Stored {
  const widget = store.widgets.get(widgetId);
  if (widget === null) return { outcome: "not-found" };
  return saveWidget(store, widgetId, { ...widget, identity: change(widget.identity) });
}

/** Other keys vouch from now on, a new secret if none are given; those before them for so much longer, in seconds. */
export function changeKeys(
  store: OrganisationStore,
  widgetId: string,
  { keys, keepOldForSeconds }: { keys?: IdentityKeys | undefined; keepOldForSeconds: number },
  now: number,
): Stored {
  return saveIdentity(store, widgetId, ({ audience, keys: old }) => ({
    audience,
    keys: keys ?? { kind: "secret", secret: randomToken(32) },
    previous: keepOldForSeconds === 0 ? null : { keys: old, until: now + keepOldForSeconds * 1_000 },
  }));
}

/** The keys before the present ones vouch for nobody any more. */
export function endOldKeys(store: OrganisationStore, widgetId: string): Stored {
  return saveIdentity(store, widgetId, (identity) => ({ ...identity, previous: null }));
}
