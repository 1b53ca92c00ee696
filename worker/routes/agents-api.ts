import { Hono } from "hono";
import { agents } from "./agents.ts";
import type { AppEnv } from "../middleware/app-env.ts";
import { demo } from "./demo.ts";
import { identityKeys } from "./identity-keys.ts";
import { insights } from "./insights.ts";
import { invitations } from "./invitations.ts";
import { records } from "./records.ts";
import { quickReplies } from "./quick-replies.ts";
import { sample } from "./sample.ts";
import { sessions } from "./sessions.ts";
import { settings } from "./settings.ts";
import { setup } from "./setup.ts";
import { tickets } from "./tickets.ts";

/** What the console does over HTTP; everything live goes over its sockets. Mounted under `/v1`, where `limitBody` goes before it. */
export const agentsApi = new Hono<AppEnv>()
  .route("/", setup)
  .route("/", sessions)
  .route("/", tickets)
  .route("/", settings)
  .route("/", identityKeys)
  .route("/", agents)
  .route("/", invitations)
  .route("/", quickReplies)
  .route("/", records)
  .route("/", insights)
  .route("/", demo)
  .route("/", sample);
