/**
 * The part of Node's crypto that we use, which workerd provides. It is synchronous, unlike Web Crypto: an object can render
 * a link while it writes to its sockets, with no other event in between. Declared here, so that no other Node type leaks in.
 */
declare module "node:crypto" {
  export function createHmac(
    algorithm: "sha256",
    key: Uint8Array | string,
  ): { update(text: string): { digest(): Uint8Array } };
  export function createHash(algorithm: "sha256"): { update(text: string): { digest(): Uint8Array } };
  export function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean;
  export function randomBytes(size: number): Uint8Array;
}
