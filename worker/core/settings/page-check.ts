import type { CheckPageAnswer } from "#protocol/checks.ts";
import { originOf } from "#protocol/settings.ts";

/** An origin as browsers write it, in its parts. */
function partsOf(origin: string): { scheme: string; host: string; port: string } {
  const [, scheme = "", host = "", port = ""] = /^(https?):\/\/(.+?)(:\d+)?$/.exec(origin) ?? [];
  return { scheme, host, port };
}

/** What origins have in common that people take for the same: "shop.example" of "https://www.shop.example:8443". */
function bare(origin: string): string {
  return partsOf(origin).host.replace(/^www\./, "");
}

/** In what an allowed origin differs from the page's, for an owner who takes them for the same. */
function difference(allowed: string, page: string): string {
  const [a, b] = [partsOf(allowed), partsOf(page)];
  if (a.scheme !== b.scheme) return `${allowed} is allowed, but ${a.scheme} and ${b.scheme} are different origins.`;
  if (a.host !== b.host) return `${allowed} is allowed, but with and without "www." are different origins.`;
  return `${allowed} is allowed, but another port is another origin.`;
}

/** May the page at this address use a widget that allows these origins? Judged by the address alone, as browsers name it. */
export function checkPage(text: string, origins: readonly string[]): CheckPageAnswer {
  const url = text.trim();
  if (url === "") return { answer: "unreadable", detail: "Enter the address of the page that has the tag." };
  if (/^file:/i.test(url))
    return { answer: "unreadable", detail: "A page opened from a file has no origin. Serve it over http or https." };
  const origin = /^https?:\/\/[^/\\]/i.test(url) ? originOf(url) : null;
  if (origin === null)
    return { answer: "unreadable", detail: "Enter the whole address, beginning with https:// or http://." };
  if (origins.includes(origin)) return { answer: "allowed", origin };
  const near = origins.find((allowed) => bare(allowed) === bare(origin));
  const add = `Add ${origin} to the allowed origins.`;
  return { answer: "not-allowed", origin, detail: near === undefined ? add : `${difference(near, origin)} ${add}` };
}
