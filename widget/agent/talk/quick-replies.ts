import { LINK_SLUG } from "#protocol/limits.ts";
import type { QuickReply } from "#protocol/settings.ts";

/** A quick reply's name while it is being typed: where it stands in the text, and what there is of it. */
export interface Naming {
  from: number;
  to: number;
  query: string;
}

/** Most replies that are offered at once. */
const SHOWN = 8;

/** What is being named at the caret: a `/` at the start or after a space, and what follows it. */
export function namingAt(text: string, caret: number): Naming | null {
  const [, query] = /(?:^|\s)\/([a-z0-9-]*)$/i.exec(text.slice(0, caret)) ?? [];
  if (query === undefined) return null;
  return { from: caret - query.length - 1, to: caret, query: query.toLowerCase() };
}

/** The replies whose name begins so, then those that have it somewhere in name or text. */
export function matching(replies: readonly QuickReply[], query: string): readonly QuickReply[] {
  const begin = replies.filter(({ shortcut }) => shortcut.startsWith(query));
  const within = replies.filter(
    (reply) => !begin.includes(reply) && (reply.shortcut.includes(query) || reply.text.toLowerCase().includes(query)),
  );
  return [...begin, ...within].slice(0, SHOWN);
}

/** What slugs stand for in one conversation. */
export interface Slugs {
  customerName: string | null;
  agentName: string;
}

/**
 * A reply with its slugs filled in; the reconnect link stays a slug, since only the customer's own sockets get the URL. A
 * customer without a name is left out of the sentence: "Hi {CustomerName}," becomes "Hi,".
 */
export function filled(text: string, { customerName, agentName }: Slugs): string {
  const named =
    customerName === null
      ? text.replace(/ ?\{CustomerName\}/g, "")
      : text.replaceAll("{CustomerName}", () => customerName);
  return named.replaceAll("{AgentName}", () => agentName);
}

/** The text with the reply in the place of its name, and where one writes on. */
export function placed(text: string, { from, to }: Naming, reply: string): { text: string; caret: number } {
  const rest = text.slice(to);
  return { text: text.slice(0, from) + reply + rest, caret: from + reply.length };
}

/** What stands in the way of a link that the text promises; null if it promises none, or nothing does. */
export function linkTrouble(
  text: string,
  reconnect: { enabled: boolean; portalUrl: string | null } | null,
): "no-portal" | "off" | null {
  if (!text.includes(LINK_SLUG) || reconnect === null) return null;
  if (!reconnect.enabled) return "off";
  return reconnect.portalUrl === null ? "no-portal" : null;
}
