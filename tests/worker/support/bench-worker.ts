import { DurableObject } from "cloudflare:workers";
import type { Env } from "../../../worker/env.ts";
import app from "../../../worker/index.ts";

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

/** The production Worker, and `/bare/<name>` beside it. */
export default {
  fetch(request: Request, env: BenchEnv, ctx: ExecutionContext): Response | Promise<Response> {
    const [, name] = /\/bare\/([\w-]+)$/.exec(request.url) ?? [];
    return name === undefined ? app.fetch(request, env, ctx) : env.BARE.getByName(name).fetch(request);
  },
};
