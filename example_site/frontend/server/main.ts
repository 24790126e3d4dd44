/**
 * Serves the site: rendered pages as files, and everything else (filters, search, previews, a page
 * that nobody has rendered yet) from Astro. `POST /webhook/` takes what the CMS tells.
 */

import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import send from "send";

import { CMS_URL } from "../src/config.ts";
import { fileOf } from "./pages.ts";
import { allAddresses, pathsOf, Rebuilder } from "./rebuild.ts";
import { PAGES, PORT, SITE_URL } from "./settings.ts";
import { receive } from "./webhook.ts";

const ASSETS = new URL("../dist/client", import.meta.url).pathname;
const ASTRO = new URL("../dist/server/entry.mjs", import.meta.url).href;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `img-src 'self' ${CMS_URL}`,
  "connect-src 'self'",
  "frame-src https:",
  "form-action 'self'",
  "base-uri 'none'",
  `frame-ancestors 'self' ${CMS_URL}`,
].join("; ");

const { handler } = (await import(ASTRO)) as { handler: RequestListener };

/** Answers every address from Astro; only this process reaches it. */
const renderer = createServer(handler);
await new Promise<void>((ready) => renderer.listen(0, "127.0.0.1", ready));
const { port } = renderer.address() as AddressInfo;
const rebuilder = new Rebuilder((path) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual" }));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", SITE_URL);
  if (request.method === "POST" && pathname === "/webhook/") {
    return receive(request, response, rebuilder);
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
  }
  response.setHeader("Content-Security-Policy", POLICY);
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  const isAsset = pathname.startsWith("/_astro/") || pathname === "/icon.svg";
  if (isAsset) {
    const isHashed = pathname !== "/icon.svg";
    return void send(request, pathname, { root: ASSETS, immutable: isHashed, maxAge: isHashed ? "1y" : "1d" }).pipe(response);
  }
  const file = fileOf(pathname);
  if (file && !search && existsSync(file)) {
    return void send(request, `${pathname}index.html`, { root: PAGES, cacheControl: false })
      .on("headers", (answer: ServerResponse) => answer.setHeader("Cache-Control", "no-cache"))
      .pipe(response);
  }
  handler(request, response);
}

/** Render everything that is public; wait for the CMS, which may start beside this. */
async function renderAll(): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const paths = pathsOf(await allAddresses());
      await rebuilder.rebuild(paths);
      return console.log(`${paths.size} pages of ${CMS_URL} are at ${SITE_URL}/`);
    } catch (error) {
      if (tries === 60) throw error;
      await sleep(1_000);
    }
  }
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
await renderAll();
server.listen(PORT, "127.0.0.1", () => console.log(`ready ${SITE_URL}/`));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(0));
