/** Tells the person at the keyboard where to go. The server at `url` has to be well. */
export async function greet(url: string, setupSecret: string, say: (line: string) => void): Promise<void> {
  const token = await setupToken(url, setupSecret);
  say("");
  say("  Rejoin is running.");
  say("");
  say(`  Try it:       ${url}`);
  if (token === null) say(`  The console:  ${url}/console`);
  else
    say(
      `  The console:  ${url}/console#sign-in=${token}\n                (this link signs the owner in, once; the next npm start prints another)`,
    );
  say("");
  say("  Everything stays on this machine, in the folder .rejoin. Ctrl+C stops it.");
  say("");
}

/** A one-time token for the owner, or null if the server gives none. */
export async function setupToken(url: string, setupSecret: string): Promise<string | null> {
  const answer = await fetch(`${url}/v1/setup-links`, {
    method: "POST",
    headers: { authorization: `Bearer ${setupSecret}` },
  }).catch(() => null);
  if (!answer?.ok) return null;
  const body: unknown = await answer.json();
  return typeof body === "object" && body !== null && "token" in body && typeof body.token === "string"
    ? body.token
    : null;
}
