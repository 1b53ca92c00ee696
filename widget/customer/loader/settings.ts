import type { PublicWidget } from "#protocol/bodies.ts";

/** The public settings of a widget, or the code of the server's "no". */
export type Settings = PublicWidget | "forbidden-origin" | "not-found";

const asked = new Map<string, Promise<Settings>>();

/** Asked once for all chats of the page with this widget; rejects where there is no answer, and is asked anew after that. */
export function settingsOf(url: string): Promise<Settings> {
  const answer = asked.get(url) ?? ask(url);
  asked.set(url, answer);
  answer.catch(() => asked.delete(url));
  return answer;
}

async function ask(url: string): Promise<Settings> {
  const answer = await fetch(url);
  if (answer.ok) return answer.json();
  const code = answer.status === 403 ? "forbidden-origin" : "not-found";
  // Anything else passes.
  if (answer.status !== 403 && answer.status !== 404) throw new Error(url);
  console.warn(`Rejoin: ${code}: ${url}`);
  return code;
}
