import { Hono } from "hono";
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
import { notFound, onError } from "./middleware/problem.ts";
import { resume } from "./routes/resume.ts";
import { start } from "./routes/start.ts";
import { widgets } from "./routes/widgets.ts";

export { Conversation } from "./objects/conversation.ts";
export { Customer } from "./objects/customer.ts";
export { Desk } from "./objects/desk.ts";
export { Organisation } from "./objects/organisation.ts";

const app = new Hono<AppEnv>();
app.onError(onError);
app.notFound(notFound);
app.use(safeHeaders);
app.use("/v1/*", requireKeys, limitBody);
app.use("/healthz", requireKeys);

app.route("/", health);
app.route("/v1/conversation", conversation);
app.route("/v1", agentSockets);
app.route("/v1", agentsApi);

app.use("/v1/widgets/:widgetId", widgetOrigin);
app.use("/v1/widgets/:widgetId/resume", widgetOrigin);
app.use("/v1/widgets/:widgetId/conversations", widgetOrigin);
app.route("/v1/widgets", widgets);
app.route("/v1/widgets", resume);
app.route("/v1/widgets", start);

app.all("/v1/*", notFound);
app.route("/", pages);

export default app;
