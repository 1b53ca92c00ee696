/** A disk service of workerd: answers files as plain bytes and folders as listings. */
interface Disk {
  fetch(request: Request): Promise<Response>;
}

const contentTypes: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json",
  map: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
};

/** Serves the built site on a laptop as the platform's static assets do: `/console` is console.html, `/` is index.html. */
export default {
  async fetch(request: Request, env: { SITE: Disk }): Promise<Response> {
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, { status: 405 });
    const url = new URL(request.url);
    if (url.pathname.endsWith("/")) url.pathname += "index";
    const extension = /\.(\w+)$/.exec(url.pathname)?.[1];
    if (extension === undefined) url.pathname += ".html";
    const found = await env.SITE.fetch(new Request(url, { method: request.method }));
    if (!found.ok) return new Response("Not found", { status: 404 });
    const headers = new Headers({
      "content-type": contentTypes[extension ?? "html"] ?? "application/octet-stream",
      // What the platform sends too; the pages of a laptop change under the browser's feet.
      "cache-control": "public, max-age=0, must-revalidate",
    });
    return new Response(found.body, { status: 200, headers });
  },
};
