import type { WidgetRecord } from "#protocol/console.ts";

/** The tag that a site pastes. */
export function tagFor(widgetId: string, server: string): string {
  return `<script async src="${server}/rejoin.js" data-widget="${widgetId}"></script>`;
}

/** What the page says, before or after the tag, so that the token gets from the site's backend to the chat. */
export const PAGE_EXAMPLE = `window.rejoin ??= [];
rejoin.push((chat) =>
  chat.identify(async () => {
    const answer = await fetch("/chat-token");
    return answer.ok ? answer.text() : null;
  }),
);`;

export interface Example {
  name: string;
  needs: string;
  text: string;
}

/** How a backend signs a token that lives an hour, with the key in its environment; the code, without that key. */
export function serverExamples({ identity }: Pick<WidgetRecord, "identity">): Example[] {
  const audience = identity?.audience ?? "";
  return identity === undefined || identity.keys.kind === "secret"
    ? bySecret(audience)
    : byPrivateKey(audience, identity.keys.algorithm);
}

/** An HMAC takes a few lines in each of these; docs/embedding.md shows the same. */
function bySecret(audience: string): Example[] {
  const needs = "Needs nothing but the language's own library.";
  return [
    {
      name: "Node",
      needs,
      text: `import { createHmac } from "node:crypto";

const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

export function chatToken(customer) {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = { sub: String(customer.id), name: customer.name, aud: "${audience}", exp };
  const signed = [{ alg: "HS256", typ: "JWT" }, claims].map(part).join(".");
  const hmac = createHmac("sha256", process.env.REJOIN_SECRET).update(signed);
  return signed + "." + hmac.digest("base64url");
}`,
    },
    {
      name: "Python",
      needs,
      text: `import base64, hashlib, hmac, json, os, time

def part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")

def chat_token(customer_id, name):
    claims = {"sub": str(customer_id), "name": name, "aud": "${audience}", "exp": int(time.time()) + 3600}
    signed = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps(claims).encode())
    signature = hmac.new(os.environ["REJOIN_SECRET"].encode(), signed, hashlib.sha256).digest()
    return (signed + b"." + part(signature)).decode()`,
    },
    {
      name: "PHP",
      needs,
      text: `function chat_token(string $customerId, string $name): string
{
    $part = fn (string $data): string => rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
    $claims = ['sub' => $customerId, 'name' => $name, 'aud' => '${audience}', 'exp' => time() + 3600];
    $signed = $part('{"alg":"HS256","typ":"JWT"}') . '.' . $part(json_encode($claims));
    return $signed . '.' . $part(hash_hmac('sha256', $signed, getenv('REJOIN_SECRET'), true));
}`,
    },
    {
      name: "Ruby",
      needs,
      text: `require "json"
require "openssl"

def chat_token(customer_id, name)
  part = ->(data) { [data].pack("m0").tr("+/", "-_").delete("=") }
  claims = { sub: customer_id.to_s, name: name, aud: "${audience}", exp: Time.now.to_i + 3600 }
  signed = "#{part.('{"alg":"HS256","typ":"JWT"}')}.#{part.(JSON.generate(claims))}"
  "#{signed}.#{part.(OpenSSL::HMAC.digest("SHA256", ENV.fetch("REJOIN_SECRET"), signed))}"
end`,
    },
  ];
}

/** Formats of keys and signatures are for a library to know. */
function byPrivateKey(audience: string, algorithm: string): Example[] {
  return [
    {
      name: "Node",
      needs: "npm install jose",
      text: `import { importPKCS8, SignJWT } from "jose";

const key = await importPKCS8(process.env.REJOIN_PRIVATE_KEY, "${algorithm}");
const token = await new SignJWT({ name: user.name })
  .setProtectedHeader({ alg: "${algorithm}" })
  .setSubject(String(user.id))
  .setAudience("${audience}")
  .setExpirationTime("1h")
  .sign(key);`,
    },
    {
      name: "Python",
      needs: "pip install pyjwt[crypto]",
      text: `import os, time, jwt

token = jwt.encode(
    {"sub": str(user.id), "aud": "${audience}", "exp": int(time.time()) + 3600, "name": user.name},
    os.environ["REJOIN_PRIVATE_KEY"],
    algorithm="${algorithm}",
)`,
    },
    {
      name: "PHP",
      needs: "composer require firebase/php-jwt",
      text: `use Firebase\\JWT\\JWT;

$token = JWT::encode(
    ['sub' => (string) $user->id, 'aud' => '${audience}', 'exp' => time() + 3600, 'name' => $user->name],
    getenv('REJOIN_PRIVATE_KEY'),
    '${algorithm}',
);`,
    },
    {
      name: "Ruby",
      needs: "gem install jwt",
      text: `require "jwt"

token = JWT.encode(
  { sub: user.id.to_s, aud: "${audience}", exp: Time.now.to_i + 3600, name: user.name },
  OpenSSL::PKey.read(ENV.fetch("REJOIN_PRIVATE_KEY")),
  "${algorithm}",
)`,
    },
  ];
}
