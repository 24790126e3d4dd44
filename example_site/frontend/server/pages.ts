/** The rendered pages: one file for each address without a query. */

import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { randomUUID } from "node:crypto";

import { PAGES } from "./settings.ts";

/** Return where the page of a path is kept, or null for a path that no page has. */
export function fileOf(path: string): string | null {
  const isPage = /^\/([\w-]+\/)*$/.test(path);
  return isPage ? join(PAGES, path, "index.html") : null;
}

/** Put a page in place at once, so that nobody reads half of it. */
export async function keep(path: string, html: string): Promise<void> {
  const file = fileOf(path);
  if (!file) return;
  const draft = join(PAGES, `.${randomUUID()}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, html);
  await rename(draft, file);
}

/** Forget a page; it is fine if there is none. */
export async function forget(path: string): Promise<void> {
  const file = fileOf(path);
  if (file) await rm(file, { force: true });
}
