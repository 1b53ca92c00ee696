import { DurableObject } from "cloudflare:workers";
import type { Roster, Summary } from "../../../worker/core/summary.ts";
import { DESK_NAME, type Env } from "../../../worker/env.ts";
import app from "../../../worker/index.ts";
import { handOver } from "../../../worker/objects/passes.ts";

export * from "../../../worker/index.ts";

/** What ours is measured against: inserts one row for each message and hands it to every socket. It hibernates as ours do. */
export class Bare extends DurableObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    super(ctx, env);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
    ctx.storage.sql.exec("CREATE TABLE IF NOT EXISTS entries (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)");
  }

  override async fetch(): Promise<Response> {
    const { 0: client, 1: socket } = new WebSocketPair();
    this.ctx.acceptWebSocket(socket);
    socket.send("welcome");
    return new Response(null, { status: 101, webSocket: client });
  }

  override async webSocketMessage(_socket: WebSocket, text: string): Promise<void> {
    this.ctx.storage.sql.exec("INSERT INTO entries (body) VALUES (?)", text);
    for (const each of this.ctx.getWebSockets()) if (each.readyState === WebSocket.OPEN) each.send(text);
  }

  override async webSocketClose(socket: WebSocket, code: number): Promise<void> {
    if (code !== 1006 && code !== 1015) socket.close(code === 1005 ? 1000 : code);
  }
}

type BenchEnv = Env & { BARE: DurableObjectNamespace<Bare> };

/** Fills the desk, past everybody's rights: with who works here, and with conversations that are told of and do not exist. */
async function fillDesk(request: Request, env: BenchEnv): Promise<Response> {
  const { roster, summaries } = (await request.json()) as { roster?: Roster; summaries: Summary[] };
  const desk = env.DESK.getByName(DESK_NAME);
  if (roster !== undefined) await desk.configure(roster);
  for (const summary of summaries) await desk.summary(summary);
  return new Response();
}

/** Opens the console of an agent who never signed in. */
function openConsole(request: Request, env: BenchEnv): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const pass = { agentId: asked.get("agent"), sessionId: "bench", role: "agent", tab: asked.get("tab"), hidden: false };
  return handOver(env.DESK.getByName(DESK_NAME), request, pass);
}

/** Where V8 lets itself be told (`--expose-gc`). */
function collect(): Response {
  const gc: unknown = Reflect.get(globalThis, "gc");
  if (typeof gc !== "function") return new Response(null, { status: 501 });
  gc();
  return new Response();
}

/** The production Worker, and beside it `/bare/<name>` and ways to a full desk. */
export default {
  fetch(request: Request, env: BenchEnv, ctx: ExecutionContext): Response | Promise<Response> {
    const [, what, name = ""] =
      /^\/bench\/(bare|desk|console|collect)\/?([\w-]*)$/.exec(new URL(request.url).pathname) ?? [];
    switch (what) {
      case "bare":
        return env.BARE.getByName(name).fetch(request);
      case "desk":
        return fillDesk(request, env);
      case "console":
        return openConsole(request, env);
      case "collect":
        return collect();
      default:
        return app.fetch(request, env, ctx);
    }
  },
};
