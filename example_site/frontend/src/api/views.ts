import client, { Refused, answered } from "./client";
import { filtersOf } from "./filters";
import { isEvent, isPack, isProgramme } from "./kinds";
import type {
  EventIndexPageSchema,
  EventList,
  EventPageSchema,
  FoundPage,
  HostEvents,
  InsightsPackSchema,
  Month,
  PackList,
} from "./schema";

const HTML = { rich_text_format: "html" } as const;

/** What is at an address, with all that its page shows. */
export type View =
  | { kind: "redirect"; status: 301 | 302; location: string }
  | { kind: "event"; found: FoundPage; event: EventPageSchema }
  | { kind: "list"; found: FoundPage; programme: EventIndexPageSchema; events: EventList }
  | { kind: "month"; found: FoundPage; month: Month }
  | { kind: "host"; found: FoundPage; shown: HostEvents }
  | { kind: "packs"; found: FoundPage; packs: PackList }
  | { kind: "pack"; found: FoundPage; pack: InsightsPackSchema }
  | { kind: "guide"; found: FoundPage; pack: InsightsPackSchema };

/** Return what is at an address of the site, in at most two requests; throw `Refused`. */
export async function viewOf(here: URL): Promise<View> {
  const url = `${here.pathname}${here.search}`;
  const query = { url, include: "head,detail", ...HTML } as const;
  const found = await answered(client.GET("/api/v3/lift/find/", { params: { query } }));
  if (found.kind === "redirect") return found;
  const page = found.detail;
  if (page && isEvent(page) && !found.route) return { kind: "event", found, event: page };
  if (page && isPack(page)) return packView(found, page);
  if (page && isProgramme(page)) return programmeView(here, found, page);
  throw new Refused(404);
}

function packView(found: FoundPage, pack: InsightsPackSchema): View {
  if (!found.route) return { kind: "pack", found, pack };
  if (found.route.name === "guide") return { kind: "guide", found, pack };
  throw new Refused(404);
}

async function programmeView(
  here: URL,
  found: FoundPage,
  programme: EventIndexPageSchema,
): Promise<View> {
  const below = { programme: String(found.page.id) };
  const filters = filtersOf(here);
  const path = found.route?.arguments ?? {};
  switch (found.route?.name) {
    case undefined: {
      const query = { ...filters, ...below, include: "facets" } as const;
      const events = await answered(client.GET("/api/v3/lift/events/", { params: { query } }));
      return { kind: "list", found, programme, events };
    }
    case "calendar": {
      const params = { query: below };
      return { kind: "month", found, month: await answered(client.GET("/api/v3/lift/events/months/", { params })) };
    }
    case "month": {
      const params = { query: below, path: { year: Number(path["year"]), month: Number(path["month"]) } };
      const asked = client.GET("/api/v3/lift/events/months/{year}/{month}/", { params });
      return { kind: "month", found, month: await answered(asked) };
    }
    case "host": {
      const { cursor: _, host: __, ...rest } = filters;
      const params = { query: { ...rest, ...below, ...HTML }, path: { slug: path["slug"] ?? "" } };
      const asked = client.GET("/api/v3/lift/hosts/{slug}/", { params });
      return { kind: "host", found, shown: await answered(asked) };
    }
    case "insights": {
      const { tag, audience, q } = filters;
      const query = { ...below, ...(tag && { tag }), ...(audience && { audience }), ...(q && { q }) };
      return { kind: "packs", found, packs: await answered(client.GET("/api/v3/lift/packs/", { params: { query } })) };
    }
    default:
      throw new Refused(404);
  }
}
