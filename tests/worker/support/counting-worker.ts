import type { Env } from "../../../worker/env.ts";
import app, { Conversation as Plain } from "../../../worker/index.ts";

export { Customer, Desk, Organisation, Records } from "../../../worker/index.ts";

/** How often each conversation's object was made. Objects come and go; what the isolate remembers stays. */
const constructed = new Map<string, number>();

/** The production class and nothing else, but that making one is counted. */
export class Conversation extends Plain {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const name = ctx.id.name ?? "";
    constructed.set(name, (constructed.get(name) ?? 0) + 1);
  }
}

/** The production Worker; `GET /constructed/<conversation>` beside it answers without waking anybody. */
export default {
  fetch(request: Request, env: Env, ctx: ExecutionContext): Response | Promise<Response> {
    const [, name] = /\/constructed\/([\w-]+)$/.exec(request.url) ?? [];
    return name === undefined ? app.fetch(request, env, ctx) : Response.json(constructed.get(name) ?? 0);
  },
};
