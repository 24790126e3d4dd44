/** Where the CMS is. One build serves any. */
export const CMS_URL = (process.env["CMS_URL"] ?? "http://127.0.0.1:8000").replace(/\/$/, "");

export const SITE_NAME = "The Common Kettle";

/** The way around the site, the same on every page. */
export const NAVIGATION = [
  { title: "All conversations", path: "/conversations/" },
  { title: "Topic-led", path: "/conversations/topic-led/" },
  { title: "Open to all", path: "/conversations/open-events/" },
  { title: "Calendar", path: "/conversations/calendar/" },
  { title: "Insights", path: "/conversations/insights/" },
  { title: "Search", path: "/search/" },
] as const;

/** Calendars, feeds and Markdown are files that the CMS serves itself. */
export const isServedByCms = (path: string): boolean =>
  /\/(ics|feed|markdown)\//.test(path) || path === "/sitemap.xml";
