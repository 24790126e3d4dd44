import type { operations } from "./schema";

type Query = NonNullable<operations["lift_events_list"]["parameters"]["query"]>;

const MANY = ["tag", "audience", "host", "mode", "access", "status"] as const;
const ONE = ["when", "each", "q", "from", "to", "cursor"] as const;

/**
 * Return the filters of an address, as the API takes them.
 *
 * The API checks each word, and its refusal is shown to whoever typed the address.
 */
export function filtersOf(address: URL): Query {
  const asked: Record<string, string | string[]> = {};
  for (const name of MANY) {
    const values = address.searchParams.getAll(name).filter(Boolean);
    if (values.length) asked[name] = values;
  }
  for (const name of ONE) {
    const value = address.searchParams.get(name);
    if (value) asked[name] = value;
  }
  return asked;
}

/**
 * Return where a list goes on: the page that lists, with the filters and the cursor of the API's
 * next one; null at the end.
 */
export function addressOfNext(path: string, next: string | null): string | null {
  if (!next) return null;
  const query = new URLSearchParams();
  for (const [name, value] of new URL(next).searchParams) {
    if (!NOT_OF_PAGES.includes(name)) query.append(name, value);
  }
  return `${path}?${query}`;
}

/** What the API is asked and no reader types. */
const NOT_OF_PAGES = ["programme", "include", "rich_text_format", "limit"];
