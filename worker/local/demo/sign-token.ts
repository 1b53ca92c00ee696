import { createHmac } from "node:crypto";

/** The shop's customer, as its backend knows him. */
const CUSTOMER = { sub: "sam", name: "Sam Oliveira" };

/** What a site's backend signs for its customer (docs/embedding.md): HS256 by the widget's secret, for an hour. */
export function signToken({ audience, secret }: { audience: string; secret: string }, now = Date.now()): string {
  const exp = Math.floor(now / 1_000) + 3_600;
  const signed = [
    { alg: "HS256", typ: "JWT" },
    { ...CUSTOMER, aud: audience, exp },
  ]
    .map(part)
    .join(".");
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
