import type * as v from "valibot";
import { EntriesAnswer, PublicWidget, ResumeAnswer, StartAnswer } from "#protocol/bodies.ts";
import type { ResumeBody, StartBody } from "#protocol/bodies.ts";
import { call } from "./http.ts";
import type { Result } from "./http.ts";
import type { Fetch } from "./ports.ts";

/** The widget API. */
export interface CustomerApi {
  widget(): Promise<Result<PublicWidget>>;
  resume(body: v.InferInput<typeof ResumeBody>): Promise<Result<ResumeAnswer>>;
  start(body: v.InferInput<typeof StartBody>): Promise<Result<StartAnswer>>;
  /** The transcript after `after`, page by page, also of a conversation that has ended. */
  entries(credential: string, after: number): Promise<Result<EntriesAnswer>>;
}

export function createCustomerApi(fetch: Fetch, baseUrl: string, widgetId: string): CustomerApi {
  const widget = `${baseUrl}/v1/widgets/${widgetId}`;
  return {
    widget: () => call(fetch, widget, PublicWidget),
    resume: (body) => call(fetch, `${widget}/resume`, ResumeAnswer, { method: "POST", body }),
    start: (body) => call(fetch, `${widget}/conversations`, StartAnswer, { method: "POST", body }),
    entries: (credential, after) =>
      call(fetch, `${baseUrl}/v1/conversation/entries?after=${after}`, EntriesAnswer, { bearer: credential }),
  };
}
