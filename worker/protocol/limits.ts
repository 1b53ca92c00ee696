/** The subprotocol a client offers first and the server echoes alone. Its number changes only when old clients cannot follow. */
export const SUBPROTOCOL = "rejoin.v1";

/** The liveness probe of a page and the runtime's answer. Plain text, not JSON: the runtime answers it without waking the object. */
export const PING = "ping";
export const PONG = "pong";

/** Longest message text, in UTF-16 code units as `String.length` counts them. */
export const MESSAGE_CHARS = 8_000;
/** Largest frame and largest HTTP body, in bytes of UTF-8. */
export const FRAME_BYTES = 64 * 1024;
/** Most entries in one reply; a longer gap is paged. */
export const PAGE_ENTRIES = 200;
/** Entries that a page without a cursor gets with its first frame. */
export const FIRST_ENTRIES = 50;
/** Most links of one conversation that can be opened at the same time. */
export const LIVE_LINKS = 5;
/** Most queue places that the desk tells, to agents and to customers alike. */
export const QUEUE_SHOWN = 20;
/** Most facts that a site tells of its customer, and the longest name and text of one, as `String.length` counts them. */
export const FACTS = 20;
export const FACT_KEY_CHARS = 40;
export const FACT_TEXT_CHARS = 200;
/** Longest duration that a setting accepts: 30 days. */
export const LONGEST_SECONDS = 30 * 24 * 60 * 60;

/** How often a visible page pings, and how long the server waits for the next sign of life. */
export const PING_EVERY_MS = 10_000;
export const SILENT_VISIBLE_MS = 30_000;
export const SILENT_HIDDEN_MS = 90_000;
/** How long an agent whose desk connection dropped keeps what is theirs. */
export const AGENT_GRACE_MS = 150_000;
/** Absences shorter than this leave no lines in the transcript. */
export const NOTED_ABSENCE_MS = 10_000;
/** Hold and limit of a widget with reconnect off, in seconds. */
export const SILENT_RESUME_SECONDS = 180;

/** The slug in an agent's text that becomes a reconnect link for the customer. */
export const LINK_SLUG = "{ReconnectUrl}";
/** The name under which a reconnect link stands in the URL's fragment: `#rejoin=<token>`. */
export const LINK_FRAGMENT = "rejoin";
