import type { Workerd } from "./workerd.ts";

/** How long the first answer may take; a slow machine needs a few seconds. */
const PATIENCE_MS = 20_000;

/** Polls `/healthz`, which answers when a conversation object does. Throws after 20 s, or when the process ends before. */
export async function untilHealthy({ url, exited }: Pick<Workerd, "url" | "exited">): Promise<void> {
  let gone = false;
  void exited.then(() => (gone = true));
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!gone && Date.now() < giveUpAt) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error("The server started, but does not answer as it should.");
}
