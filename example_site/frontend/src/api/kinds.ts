import type {
  EventIndexPageSchema,
  EventPageSchema,
  FoundPage,
  InsightsPackSchema,
} from "./schema";

export type AnyPage = NonNullable<FoundPage["detail"]>;

export const isEvent = (page: AnyPage): page is EventPageSchema =>
  page.meta.type === "wagtail_lift_pages.EventPage";

export const isProgramme = (page: AnyPage): page is EventIndexPageSchema =>
  page.meta.type === "wagtail_lift_pages.EventIndexPage";

export const isPack = (page: AnyPage): page is InsightsPackSchema =>
  page.meta.type === "wagtail_lift_pages.InsightsPack";
