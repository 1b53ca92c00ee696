import type { WidgetRecord } from "#protocol/console.ts";

/** The tag that a site pastes. */
export function tagFor(widgetId: string, server: string): string {
  return `<script async src="${server}/rejoin.js" data-widget="${widgetId}"></script>`;
}

/** What the page says, so that the token gets from the site's backend to the chat. */
export const PAGE_EXAMPLE = `document.querySelector("rejoin-chat").identity =
  async () => (await fetch("/chat-token")).text();`;

export interface Example {
  name: string;
  needs: string;
  text: string;
}

/** How a backend signs a token that lives an hour, with the secret in its environment; the code, without its key. */
export function serverExamples({ identity }: Pick<WidgetRecord, "identity">): Example[] {
  const audience = identity?.audience ?? "";
  const kind = identity?.keys.kind ?? "secret";
  const algorithm = identity === undefined || identity.keys.kind === "secret" ? "HS256" : identity.keys.algorithm;
  const key = kind === "secret" ? "REJOIN_SECRET" : "REJOIN_PRIVATE_KEY";
  const nodeKey =
    kind === "secret"
      ? `new TextEncoder().encode(process.env.${key})`
      : `await importPKCS8(process.env.${key}, "${algorithm}")`;
  return [
    {
      name: "Node",
      needs: "npm install jose",
      text: `import { ${kind === "secret" ? "SignJWT" : "importPKCS8, SignJWT"} } from "jose";

const key = ${nodeKey};
const token = await new SignJWT({ name: user.name })
  .setProtectedHeader({ alg: "${algorithm}" })
  .setSubject(String(user.id))
  .setAudience("${audience}")
  .setExpirationTime("1h")
  .sign(key);`,
    },
    {
      name: "Python",
      needs: kind === "secret" ? "pip install pyjwt" : "pip install pyjwt[crypto]",
      text: `import os, time, jwt

token = jwt.encode(
    {"sub": str(user.id), "aud": "${audience}", "exp": int(time.time()) + 3600, "name": user.name},
    os.environ["${key}"],
    algorithm="${algorithm}",
)`,
    },
    {
      name: "PHP",
      needs: "composer require firebase/php-jwt",
      text: `use Firebase\\JWT\\JWT;

$token = JWT::encode(
    ['sub' => (string) $user->id, 'aud' => '${audience}', 'exp' => time() + 3600, 'name' => $user->name],
    getenv('${key}'),
    '${algorithm}',
);`,
    },
    {
      name: "Ruby",
      needs: "gem install jwt",
      text: `require "jwt"

token = JWT.encode(
  { sub: user.id.to_s, aud: "${audience}", exp: Time.now.to_i + 3600, name: user.name },
  ${kind === "secret" ? `ENV.fetch("${key}")` : `OpenSSL::PKey.read(ENV.fetch("${key}"))`},
  "${algorithm}",
)`,
    },
  ];
}
