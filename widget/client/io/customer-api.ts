import * as v from "valibot";
import { PublicWidget } from "#protocol/bodies.ts";
import { call } from "./http.ts";
import type { Result } from "./http.ts";
import type { Fetch } from "./ports.ts";

/** What any page may know of a widget. */
export interface CustomerApi {
  widget(): Promise<Result<PublicWidget>>;
}

export function createCustomerApi(fetch: Fetch, baseUrl: string, widgetId: string): CustomerApi {
  const url = `${baseUrl}/v1/widgets/${widgetId}`;
  return { widget: () => call(fetch, url, (json) => v.parse(PublicWidget, json), { credentials: "omit" }) };
}
