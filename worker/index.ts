import { Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { safeHeaders } from "./middleware/headers.ts";
import { limitBody } from "./middleware/json-body.ts";
import { widgetOrigin } from "./middleware/origin.ts";
import { requireKeys } from "./middleware/root-key.ts";
import { agentSockets } from "./routes/agent-sockets.ts";
import { agentsApi } from "./routes/agents-api.ts";
import type { AppEnv } from "./middleware/app-env.ts";
import { conversation } from "./routes/conversation.ts";
import { health } from "./routes/health.ts";
import { pages } from "./routes/pages.ts";
import { notFound, onError, onMethodNotAllowed } from "./middleware/problem.ts";
import { resume } from "./routes/resume.ts";
import { start } from "./routes/start.ts";
import { widgets } from "./routes/widgets.ts";

export { Conversation } from "./objects/conversation.ts";
export { Customer } from "./objects/customer.ts";
export { Desk } from "./objects/desk.ts";
export { Organisation } from "./objects/organisation.ts";
export { Records } from "./objects/records.ts";

/** The API. A known path with an unknown method says so; nothing here falls through to the pages. */
const api = new Hono<AppEnv>();
api.use(methodNotAllowed({ app: api, onMethodNotAllowed }));
api.use(requireKeys, limitBody);
api.route("/conversation", conversation);
api.route("/", agentSockets);
api.route("/", agentsApi);
api.use("/widgets/:widgetId", widgetOrigin);
api.use("/widgets/:widgetId/resume", widgetOrigin);
api.use("/widgets/:widgetId/conversations", widgetOrigin);
api.route("/widgets", widgets);
api.route("/widgets", resume);
api.route("/widgets", start);
api.all("*", notFound);

const app = new Hono<AppEnv>();
app.onError(onError);
app.notFound(notFound);
app.use(safeHeaders);
app.route("/v1", api);
app.route("/", health);
app.route("/", pages);

export default app;
