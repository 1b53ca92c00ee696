import * as v from "valibot";
import { Id, Instant, Name, Seconds, WebUrl } from "./basics.ts";
import { LINK_SLUG, MESSAGE_CHARS } from "./limits.ts";

/** An origin as browsers send it: scheme, host, port; nothing after it, and no wildcard, which would match no page. */
export const Origin = v.pipe(
  v.string("must be a text"),
  v.maxLength(256, "must be at most 256 characters"),
  v.check(
    (text) => /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    "must be an http(s) origin such as https://shop.example",
  ),
);

/** The origin of a URL that went through this schema; null of anything that is no URL. */
export function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}

/** How the site's backend vouches for its customers. Algorithms are pinned to the kind of key. */
export const IdentityKeys = v.variant("kind", [
  /**
   * HS256 by the widget's own secret (base64url, at least 32 bytes), made with the widget. The key is the text as it stands,
   * not what it decodes to: that is what every JWT library does with a string.
   */
  v.object({
    kind: v.literal("secret"),
    secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43,}$/, "must be 32 random bytes or more, base64url")),
  }),
  v.object({
    kind: v.literal("public-key"),
    algorithm: v.picklist(["RS256", "ES256", "EdDSA"]),
    pem: v.pipe(v.string("must be a text"), v.maxLength(8_192, "must be at most 8,192 characters")),
  }),
  v.object({ kind: v.literal("jwks"), algorithm: v.picklist(["RS256", "ES256", "EdDSA"]), url: WebUrl }),
]);
export type IdentityKeys = v.InferOutput<typeof IdentityKeys>;

/**
 * Who vouches for the widget's customers. After a rotation the keys before it go on being good until an instant that the owner
 * chose, so that a site can be switched over while tokens by the old ones are still about.
 */
export const IdentitySettings = v.object({
  audience: v.pipe(
    v.string("must be a text"),
    v.minLength(1, "must not be empty"),
    v.maxLength(256, "must be at most 256 characters"),
  ),
  keys: IdentityKeys,
  previous: v.optional(v.nullable(v.object({ keys: IdentityKeys, until: Instant }))),
});
export type IdentitySettings = v.InferOutput<typeof IdentitySettings>;

export const PromptMode = v.picklist(["return", "always", "never"], 'must be "return", "always" or "never"');
export type PromptMode = v.InferOutput<typeof PromptMode>;

/** Which colours the widget has: its own choice, or what the customer's system prefers. */
export const Theme = v.picklist(["auto", "light", "dark"], 'must be "auto", "light" or "dark"');
export type Theme = v.InferOutput<typeof Theme>;

/** What an owner sets for one embedded chat. The reconnect time limit is not here: it is the workstream's. */
export const WidgetSettings = v.object({
  name: Name,
  workstreamId: Id,
  /** Pages on these origins may use the widget. */
  origins: v.array(Origin),
  looks: v.object({
    accent: v.pipe(
      v.string("must be a colour such as #3b6fd4"),
      v.regex(/^#[0-9a-fA-F]{6}$/, "must be a colour such as #3b6fd4"),
    ),
    position: v.picklist(["left", "right"]),
    // What came later has a default, so that settings from before it can still be read.
    theme: v.optional(Theme, "auto"),
    /** A picture in the chat's header; null for none. */
    logo: v.optional(v.nullable(WebUrl), null),
  }),
  texts: v.object({
    /** Empty: the widget greets in the customer's own language. */
    greeting: v.pipe(v.string(), v.maxLength(500, "must be at most 500 characters")),
    /** What to expect before the first message; empty likewise. */
    hint: v.optional(v.pipe(v.string(), v.maxLength(200, "must be at most 200 characters")), ""),
  }),
  /** What a conversation of this widget takes of an agent's capacity comes from its workstream. */
  reconnect: v.object({
    enabled: v.boolean(),
    /** The hold, in seconds; never above the limit. */
    previousAgentForSeconds: Seconds,
    portalUrl: v.nullable(
      v.pipe(
        WebUrl,
        v.check((text) => !text.includes("#"), "must not have a fragment"),
      ),
    ),
    redirectUrl: v.nullable(WebUrl),
    prompt: PromptMode,
  }),
  identity: IdentitySettings,
});
export type WidgetSettings = v.InferOutput<typeof WidgetSettings>;

/** Whether an ended conversation still takes units: not at all, for so many seconds, or until it is closed. */
export const Blocks = v.union(
  [v.literal("none"), v.literal("always"), Seconds],
  'must be "none", "always" or whole seconds up to 30 days',
);
export type Blocks = v.InferOutput<typeof Blocks>;

export const WorkstreamSettings = v.object({
  name: Name,
  /** The limit: how long a conversation without its customer can be resumed. */
  autoCloseAfterInactivitySeconds: v.pipe(Seconds, v.minValue(1, "must be at least 1 second")),
  /** Automatic, or by hand with so many seconds for one agent to take it. */
  offer: v.object({
    mode: v.picklist(["automatic", "by-hand"]),
    seconds: v.pipe(Seconds, v.minValue(1, "must be at least 1 second")),
  }),
  wrapUp: v.object({ blocks: Blocks, autoCloseSeconds: Seconds }),
  /** What one conversation takes of an agent's capacity. */
  units: v.pipe(
    v.number("must be a number"),
    v.integer("must be a whole number"),
    v.minValue(1, "must be at least 1"),
    v.maxValue(1_000, "must be at most 1,000"),
  ),
});
export type WorkstreamSettings = v.InferOutput<typeof WorkstreamSettings>;

export const Role = v.picklist(["agent", "supervisor"]);
export type Role = v.InferOutput<typeof Role>;

export const AgentSettings = v.object({
  name: Name,
  role: Role,
  /** Capacity in units. */
  capacity: v.pipe(
    v.number("must be a number"),
    v.integer("must be a whole number"),
    v.minValue(0, "must not be negative"),
    v.maxValue(10_000, "must be at most 10,000"),
  ),
  workstreamIds: v.array(Id),
  /** False: deactivated. Cannot sign in, gets nothing; their name stays in what they said. */
  active: v.optional(v.boolean(), true),
});
export type AgentSettings = v.InferOutput<typeof AgentSettings>;

/** What may stand in braces in an agent's text. */
export const SLUGS = [LINK_SLUG, "{CustomerName}", "{AgentName}"] as const;

export const QuickReply = v.object({
  shortcut: v.pipe(
    v.string("must be a text"),
    v.regex(/^[a-z0-9-]{1,32}$/, "must be lower-case letters, digits and hyphens"),
  ),
  text: v.pipe(
    v.string("must be a text"),
    v.minLength(1, "must not be empty"),
    v.maxLength(MESSAGE_CHARS, "must be at most 8,000 characters"),
  ),
});
export type QuickReply = v.InferOutput<typeof QuickReply>;

/** What a fresh widget and a fresh workstream start with. */
export const WIDGET_DEFAULTS = {
  looks: { accent: "#3b6fd4", position: "right", theme: "auto", logo: null },
  texts: { greeting: "", hint: "" },
  reconnect: { enabled: false, previousAgentForSeconds: 300, portalUrl: null, redirectUrl: null, prompt: "return" },
} as const satisfies Partial<WidgetSettings>;
export const WORKSTREAM_DEFAULTS = {
  autoCloseAfterInactivitySeconds: 1_200,
  offer: { mode: "automatic", seconds: 60 },
  wrapUp: { blocks: "none", autoCloseSeconds: 900 },
  units: 1,
} as const satisfies Partial<WorkstreamSettings>;
