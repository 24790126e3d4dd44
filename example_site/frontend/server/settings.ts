/** What the environment says to the server; `src/config.ts` has what the pages need too. */

const { env } = process;

export const PORT = Number(env["PORT"] ?? 4321);

/** The address of this site, which the CMS has as that of its pages. */
export const SITE_URL = (env["SITE_URL"] ?? `http://127.0.0.1:${PORT}`).replace(/\/$/, "");

/** The secret that the CMS showed when the webhook was added; without it no message is believed. */
export const WEBHOOK_SECRET = env["WEBHOOK_SECRET"] ?? "";

/** Where rendered pages are kept. */
export const PAGES = env["PAGES"] ?? new URL("../site", import.meta.url).pathname;

/** Pages of this site's own that show what the CMS has: rebuilt with every change. */
export const OWN_PAGES = ["/"];
