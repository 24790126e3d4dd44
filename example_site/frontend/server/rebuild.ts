/** Renders pages anew, one address at a time, and keeps them. */

import { CMS_URL, isServedByCms } from "../src/config.ts";
import { forget, keep } from "./pages.ts";
import { OWN_PAGES, SITE_URL } from "./settings.ts";

const AT_ONCE = 3;
const PATIENCE = 5_000;

export type Render = (path: string) => Promise<Response>;

/** Return the paths of this site among addresses, each once, without those that are no pages. */
export function pathsOf(addresses: Iterable<string>): Set<string> {
  const paths = new Set<string>();
  for (const address of addresses) {
    const url = new URL(address);
    if (url.origin === SITE_URL && !url.search && !isServedByCms(url.pathname)) {
      paths.add(url.pathname);
    }
  }
  return paths;
}

/** Return the addresses of everything that is public, from the log of the CMS. */
export async function allAddresses(): Promise<string[]> {
  const found: string[] = [];
  let since = "";
  for (;;) {
    const answer = await fetch(`${CMS_URL}/api/v3/lift/changes/?limit=500${since && `&since=${since}`}`);
    if (!answer.ok) throw new Error(`The log of the CMS answered ${answer.status}.`);
    const page = (await answer.json()) as { items: { addresses: string[] }[]; cursor: string; has_more: boolean };
    for (const entry of page.items) found.push(...entry.addresses);
    if (!page.has_more) return found;
    since = page.cursor;
  }
}

/** What has to be rendered, in order; a page that is named again meanwhile is rendered once. */
export class Rebuilder {
  private readonly waiting = new Set<string>();
  private running: Promise<void> | null = null;
  private readonly render: Render;

  constructor(render: Render) {
    this.render = render;
  }

  /** Render these pages, and those of this site's own; resolves once nothing waits. */
  async rebuild(paths: Iterable<string>): Promise<void> {
    for (const path of [...OWN_PAGES, ...paths]) this.waiting.add(path);
    this.running ??= this.work().finally(() => (this.running = null));
    await this.running;
  }

  private async work(): Promise<void> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.renderWaiting()));
  }

  private async renderWaiting(): Promise<void> {
    for (const path of this.waiting) {
      this.waiting.delete(path);
      await this.renderOne(path);
    }
  }

  /** Keep what is there; forget what is gone; try again where the CMS does not answer. */
  private async renderOne(path: string): Promise<void> {
    const answer = await this.render(path);
    const html = await answer.text();
    if (answer.status === 200) {
      await keep(path, html);
      console.log(`built ${path}`);
    } else if (answer.status < 500) {
      await forget(path);
      console.log(`gone ${path}`);
    } else {
      console.error(`failed ${path}: tried again in ${PATIENCE / 1000} seconds`);
      setTimeout(() => void this.rebuild([path]), PATIENCE).unref();
    }
  }
}
