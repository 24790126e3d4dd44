// Uses every field of our types, and every block, as a front end does: without a cast.
//
// It is compiled beside the types of each generator. A test asks that it names every field.

import type {
  AddedDatesBlock,
  AgendaBlock,
  AgendaDay,
  AgendaSession,
  BodyBlock,
  BodyDocumentsBlock,
  BodyGalleryBlock,
  BodyImageBlock,
  ChildProgramme,
  ConversationBlock,
  ConversationQuestion,
  CostFacts,
  EventCard,
  EventHostCard,
  EventIndexPageMetaSchema,
  EventIndexPageSchema,
  EventPageCreateSchema,
  EventPageMetaSchema,
  EventPagePatchSchema,
  EventPageSchema,
  EventUpdate,
  Film,
  GuideBlock,
  GuideWithoutParts,
  HostProfileMetaSchema,
  HostProfileSchema,
  Image,
  InsightsBlock,
  InsightsPackMetaSchema,
  InsightsPackPatchSchema,
  InsightsPackSchema,
  Link,
  ListedHost,
  MaterialsBlock,
  MaterialsRecordingBlock,
  NamedHost,
  NamedPage,
  Occurrence,
  PackLink,
  PageLink,
  Picture,
  PictureInBlock,
  Problem,
  ReadingBlock,
  RelatedEvent,
  Rerun,
  ResourcesBlock,
  SkippedDatesBlock,
  TagLink,
  UpdatesBlock,
  VenueCard,
  VenueMetaSchema,
  VenuePhoto,
  VenueSchema,
} from "./api";

type Page = EventPageSchema | EventIndexPageSchema | InsightsPackSchema;
type PageMeta = EventPageMetaSchema | EventIndexPageMetaSchema | InsightsPackMetaSchema;

const text = (value: string): string => value;
const number = (value: number): string => value.toFixed(0);
const flag = (value: boolean): string => (value ? "yes" : "no");
const texts = (values: readonly string[]): string => values.join(", ");
const maybe = <Value>(value: Value | null, show: (given: Value) => string): string =>
  value === null ? "" : show(value);
const instant = (value: string | null): string => maybe(value, (given) => new Date(given).toJSON());
const never = (value: never): never => {
  throw new Error(`There is no ${JSON.stringify(value)}.`);
};

const STATUSES: Record<EventPageSchema["status"], string> = {
  cancelled: "Cancelled",
  postponed: "Postponed",
  insights_open: "Insights open",
  taken_place: "Has taken place",
  happening_now: "Happening now",
  date_to_come: "Date to come",
  drop_in: "Drop in",
  booking_soon: "Booking opens soon",
  booking_closed: "Booking closed",
  waiting_list: "Waiting list",
  fully_booked: "Fully booked",
  booking_available: "Places available",
};
const STAGES: Record<EventPageSchema["stage"], string> = {
  undated: "",
  cancelled: "",
  postponed: "",
  upcoming: "",
  happening_now: "",
  taken_place: "",
};
const BOOKING: Record<EventPageSchema["booking_state"], string> = {
  not_needed: "",
  opens_later: "",
  available: "",
  waiting_list: "",
  full: "",
  closed: "",
  over: "",
};
const MODES: Record<EventPageSchema["attendance_mode"], string> = {
  in_person: "Here",
  online: "Online",
  both: "Here and online",
};
const HOURS: Record<EventPageSchema["hours"], string> = {
  start_and_end: "from … to …",
  open_end: "from …",
  all_day: "all day",
};
const UNITS: Record<EventPageSchema["booking_opens_unit"], number> = {
  minutes: 1,
  hours: 60,
  days: 1440,
  weeks: 10080,
};
const JOINING: Record<EventPageSchema["join_link_rule"], string> = {
  by_booking: "",
  confirmed: "",
  everyone: "",
};
const COSTS: Record<EventPageSchema["cost_kind"], string> = {
  "": "",
  free: "Free",
  amount: "An amount",
  range: "A range",
  pay_what_you_can: "Pay what you can",
  donation: "A donation",
};
const RECORDED: Record<EventPageSchema["recording"], string> = { "": "", yes: "Yes", no: "No" };
const BOOKED: Record<EventPageSchema["booking_mode"], string> = {
  not_needed: "",
  elsewhere: "",
  here: "",
};
const PLACES: Record<EventPageSchema["booking_places"], string> = {
  available: "",
  waiting_list: "",
  full: "",
};
const ROLES: Record<EventHostCard["role"], string> = {
  host: "Host",
  co_host: "Co-host",
  co_organiser: "Co-organiser",
  community_partner: "Community partner",
  facilitator: "Facilitator",
  speaker: "Speaker",
  partner: "Partner",
  funder: "Funder",
  sponsor: "Sponsor",
};
const KINDS: Record<HostProfileSchema["kind"], string> = { person: "", organisation: "" };
const LICENCES: Record<InsightsPackSchema["licence"], string> = {
  "cc-by-4.0": "",
  "cc-by-sa-4.0": "",
  "cc-by-nc-4.0": "",
  "cc-by-nc-sa-4.0": "",
  "cc-by-nd-4.0": "",
  "cc0-1.0": "",
  own: "",
};

const pageLink = (page: PageLink): string =>
  [number(page.id), text(page.type), text(page.title), text(page.url)].join(" ");
const packLink = (pack: PackLink): string => pageLink(pack) + text(pack.guide_url);
const rerun = (page: Rerun): string =>
  pageLink(page) + STATUSES[page.status] + instant(page.starts_at);
const relatedEvent = (event: RelatedEvent): string =>
  [
    number(event.id),
    text(event.title),
    text(event.url),
    text(event.summary),
    STATUSES[event.status],
    text(event.status_label),
    instant(event.starts_at),
    instant(event.ends_at),
    instant(event.local_starts_at),
    instant(event.local_ends_at),
    HOURS[event.hours],
    text(event.timezone),
    text(event.place),
  ].join(" ");
const cost = (it: CostFacts): string =>
  [
    COSTS[it.kind],
    text(it.label),
    maybe(it.amount, text),
    maybe(it.up_to, text),
    text(it.currency),
    text(it.note),
    text(it.url),
  ].join(" ");
const conduct = (page: EventPageSchema | EventIndexPageSchema): string =>
  [
    maybe(page.conduct_page, pageLink),
    text(page.conduct_url),
    text(page.safeguarding_name),
    text(page.safeguarding_email),
    text(page.safeguarding_phone),
  ].join(" ");
const link = (found: Link): string =>
  ({ url: "→", page: "⌂", document: "⇩" })[found.kind] +
  text(found.url) +
  text(found.title) +
  text(found.type) +
  maybe(found.size, number);
const sizes = (of: Pick<Picture, "sizes" | "srcset">): string =>
  text(of.srcset) +
  Object.entries(of.sizes)
    .map(([name, it]) => text(name) + text(it.url) + number(it.width) + number(it.height))
    .join(" ");
const film = (found: Film): string =>
  [found.url, found.type, found.provider, found.title, found.author].map(text).join(" ") +
  text(found.html) +
  text(found.thumbnail_url) +
  maybe(found.width, number) +
  maybe(found.height, number);
const picture = (image: Picture): string =>
  number(image.id) +
  text(image.alt) +
  maybe(image.rendition, (it) => text(it.url) + number(it.width) + number(it.height)) +
  sizes(image);
const listedPicture = (image: Image): string =>
  String(image.id) + text(image.alt) + maybe(image.rendition, (it) => text(it.url)) + sizes(image);
const pictureInBlock = (it: PictureInBlock): string =>
  text(it.url) + number(it.width) + number(it.height) + text(it.alt);

function body(block: BodyBlock): string {
  text(block.id);
  switch (block.type) {
    case "heading":
      return { "2": "h2", "3": "h3" }[block.value.level] + text(block.value.text);
    case "paragraph":
      return text(block.value);
    case "image":
      return image(block.value);
    case "quote":
      return text(block.value.text) + text(block.value.attribution);
    case "embed":
      return text(block.value.embed) + text(block.value.caption) + maybe(block.value.film, film);
    case "call_to_action":
      return [
        text(block.value.label),
        maybe(block.value.page, number),
        text(block.value.url),
        maybe(block.value.link, link),
      ].join(" ");
    case "documents":
      return documents(block.value);
    case "gallery":
      return gallery(block.value);
    case "details":
      return text(block.value.summary) + text(block.value.text);
    case "events":
      return [
        text(block.value.title),
        maybe(block.value.programme, number),
        { upcoming: "Next", past: "Past" }[block.value.what],
        maybe(block.value.count, number),
        texts(block.value.items.map(card)),
      ].join(" ");
    default:
      return never(block);
  }
}

type Spoken = Extract<AgendaBlock, { type: "parallel" }>["value"]["sessions"][number];

const spoken = (value: Spoken): string =>
  [
    text(value.title),
    maybe(value.minutes, number),
    text(value.room),
    text(value.description),
    value.speakers.map((key) => maybe(key, String)).join(" "),
    text(value.other_speakers),
  ].join(" ");

function agenda(block: AgendaBlock): string {
  switch (block.type) {
    case "session":
      return maybe(block.value.start_time, text) + spoken(block.value);
    case "break":
      return (
        text(block.value.title) +
        maybe(block.value.start_time, text) +
        maybe(block.value.minutes, number)
      );
    case "parallel":
      return [
        maybe(block.value.start_time, text),
        maybe(block.value.minutes, number),
        ...block.value.sessions.map(spoken),
      ].join(" ");
    case "day":
      return maybe(block.value.number, number) + text(block.value.title);
    default:
      return never(block);
  }
}

const image = (value: BodyImageBlock["value"]): string =>
  [
    maybe(value.image.image, number),
    maybe(value.image.alt_text, text),
    maybe(value.image.decorative, flag),
    text(value.caption),
    maybe(value.rendition, pictureInBlock),
    sizes(value),
  ].join(" ");

const gallery = (value: BodyGalleryBlock["value"]): string =>
  [text(value.title), ...value.pictures.map(image)].join(" ");

const documents = (value: BodyDocumentsBlock["value"]): string =>
  [
    text(value.title),
    ...value.documents.map((id) => maybe(id, number)),
    ...value.links.map(link),
  ].join(" ");

const words = (said: MaterialsRecordingBlock["value"]["transcript"]): string =>
  [
    text(said.text),
    maybe(said.document, number),
    text(said.url),
    maybe(said.link, link),
  ].join(" ");

const CAPTIONS: Record<MaterialsRecordingBlock["value"]["captions"], string> = {
  "": "",
  yes: "With captions",
  no: "Without captions",
  not_needed: "",
};

function materials(block: MaterialsBlock): string {
  text(block.id);
  switch (block.type) {
    case "recording":
      return [
        text(block.value.title),
        text(block.value.url),
        { film: "Film", sound: "Sound" }[block.value.kind],
        CAPTIONS[block.value.captions],
        text(block.value.caption_languages),
        words(block.value.transcript),
        maybe(block.value.minutes, number),
        maybe(block.value.date, text),
        maybe(block.value.film, film),
      ].join(" ");
    case "slides":
      return [
        text(block.value.title),
        text(block.value.by),
        maybe(block.value.document, number),
        text(block.value.url),
        maybe(block.value.link, link),
      ].join(" ");
    case "transcript":
      return text(block.value.title) + words(block.value);
    case "documents":
      return documents(block.value);
    case "gallery":
      return gallery(block.value);
    default:
      return never(block);
  }
}

const agendaSession = (part: AgendaSession): string =>
  [
    text(part.id),
    text(part.kind),
    text(part.title),
    maybe(part.start_time, text),
    maybe(part.end_time, text),
    instant(part.local_starts_at),
    instant(part.local_ends_at),
    maybe(part.minutes, number),
    text(part.room),
    text(part.description),
    ...part.speakers.map((who) => maybe(who.id, String) + text(who.name) + text(who.url)),
  ].join(" ");

const agendaDay = (day: AgendaDay): string =>
  [
    number(day.number),
    maybe(day.date, text),
    text(day.title),
    ...day.parts.map((part) => agendaSession(part) + part.sessions.map(agendaSession).join(" ")),
  ].join(" ");

const typedUpdate = (block: UpdatesBlock): string =>
  [
    text(block.type),
    text(block.id),
    text(block.value.text),
    maybe(block.value.date, text),
    maybe(block.value.time, text),
  ].join(" ");

const update = (it: EventUpdate): string =>
  [text(it.id), instant(it.at), instant(it.local_at), text(it.text)].join(" ");

function conversation(block: ConversationBlock): string {
  switch (block.type) {
    case "opening":
      return text(block.value);
    case "question":
      return [
        text(block.id),
        text(block.value.question),
        text(block.value.why),
        maybe(block.value.minutes, number),
        text(block.value.asked_by),
      ].join(" ");
    case "activity":
      return [
        text(block.value.title),
        maybe(block.value.minutes, number),
        text(block.value.instructions),
      ].join(" ");
    default:
      return never(block);
  }
}

function guide(block: GuideBlock): string {
  switch (block.type) {
    case "purpose":
      return text(block.value);
    case "preparation":
      return texts(block.value);
    case "agreements":
      return texts(block.value);
    case "harvest":
      return text(block.value);
    case "handouts":
      return text(block.value.title) + block.value.links.map(link).join(" ");
    case "round":
      return [
        text(block.value.title),
        maybe(block.value.minutes, number),
        maybe(block.value.minutes_each, number),
        flag(block.value.can_be_left_out),
        text(block.value.what_to_say),
        texts(block.value.prompts),
        text(block.value.host_tip),
      ].join(" ");
    case "break":
      return text(block.value.title) + maybe(block.value.minutes, number);
    case "closing":
      return (
        text(block.value.title) +
        maybe(block.value.minutes, number) +
        text(block.value.what_to_say)
      );
    default:
      return never(block);
  }
}

function insight(block: InsightsBlock): string {
  switch (block.type) {
    case "paragraph":
      return text(block.value);
    case "finding":
      return text(block.value.title) + text(block.value.text) + texts(block.value.questions);
    case "quote":
      return text(block.value.text) + text(block.value.credit);
    case "notes_picture":
      return [
        maybe(block.value.image.image, number),
        text(block.value.caption),
        text(block.value.long_description),
        maybe(block.value.rendition, pictureInBlock),
        sizes(block.value),
      ].join(" ");
    case "resource":
      return resource(block);
    default:
      return never(block);
  }
}

function resource(block: { value: ResourcesBlock["value"] }): string {
  return [
    text(block.value.title),
    text(block.value.description),
    text(block.value.url),
    maybe(block.value.page, number),
    maybe(block.value.document, number),
    maybe(block.value.link, link),
  ].join(" ");
}

const reading = (block: ReadingBlock): string =>
  [
    text(block.value.title),
    text(block.value.authors),
    text(block.value.publisher),
    maybe(block.value.date, text),
    text(block.value.why),
    text(block.value.url),
    maybe(block.value.page, number),
    maybe(block.value.document, number),
    maybe(block.value.link, link),
  ].join(" ");

const addedDate = (block: AddedDatesBlock): string =>
  [
    maybe(block.value.start_date, text),
    maybe(block.value.start_time, text),
    maybe(block.value.end_date, text),
    maybe(block.value.end_time, text),
    maybe(block.value.hours, text),
  ].join(" ");
const skippedDate = (block: SkippedDatesBlock): string => maybe(block.value, text);

const question = (asked: ConversationQuestion): string =>
  [
    text(asked.id),
    number(asked.number),
    text(asked.anchor),
    text(asked.question),
    text(asked.why),
    maybe(asked.minutes, number),
    text(asked.asked_by),
  ].join(" ");

const tag = (named: TagLink): string => [text(named.slug), text(named.label)].join(" ");

const hostCard = (host: EventHostCard): string =>
  [
    number(host.id),
    ROLES[host.role],
    text(host.role_label),
    text(host.line),
    text(host.url),
    KINDS[host.kind],
    text(host.name),
    text(host.display_name),
    text(host.initials),
    text(host.slug),
    text(host.translation_key),
    text(host.position),
    text(host.organisation),
    text(host.biography),
    text(host.website),
    maybe(host.photo, picture),
  ].join(" ");

const photo = (shown: VenuePhoto): string => picture(shown) + text(shown.caption);

const venueCard = (venue: VenueCard): string =>
  [
    number(venue.id),
    text(venue.translation_key),
    text(venue.name),
    text(venue.address),
    maybe(venue.latitude, number),
    maybe(venue.longitude, number),
    text(venue.map_url),
    text(venue.travel),
    ...venue.access_features.map((it) => text(it.value) + text(it.label)),
    text(venue.access_notes),
    ...venue.photos.map(photo),
  ].join(" ");

const date = (on: Occurrence): string =>
  [
    text(on.key),
    maybe(on.uid, text),
    text(on.url),
    STATUSES[on.status],
    text(on.status_label),
    STAGES[on.stage],
    BOOKING[on.booking_state],
    instant(on.starts_at),
    instant(on.ends_at),
    instant(on.local_starts_at),
    instant(on.local_ends_at),
    instant(on.booking_opens_at),
    instant(on.booking_closes_at),
    instant(on.previous_starts_at),
    HOURS[on.hours],
    maybe(on.previous_hours, (hours) => HOURS[hours]),
    text(on.timezone),
    text(on.place),
    maybe(on.venue_id, number),
    on.attendance_mode === "" ? "" : MODES[on.attendance_mode],
    text(on.venue_name),
    text(on.venue_address),
    text(on.map_url),
    text(on.platform_name),
    maybe(on.latitude, number),
    maybe(on.longitude, number),
    text(on.public_note),
  ].join(" ");

const namedPage = (page: NamedPage): string =>
  [number(page.id), text(page.type), text(page.title), text(page.url)].join(" ");

const namedHost = (host: NamedHost): string =>
  [
    String(host.id),
    text(host.slug),
    text(host.translation_key),
    text(host.name),
    ROLES[host.role],
    text(host.role_label),
    text(host.url),
  ].join(" ");

export const listedHost = (host: ListedHost): string =>
  [
    String(host.id),
    text(host.display_name),
    maybe(host.photo, listedPicture),
    texts(host.urls),
  ].join(" ");

const card = (on: EventCard): string =>
  [
    number(on.id),
    text(on.type),
    text(on.title),
    text(on.url),
    text(on.page_url),
    text(on.slug),
    text(on.locale),
    text(on.translation_key),
    { upcoming: "To come", past: "Past" }[on.part],
    text(on.key),
    text(on.uid),
    STATUSES[on.status],
    text(on.status_sentence),
    instant(on.status_until),
    STAGES[on.stage],
    BOOKING[on.booking_state],
    instant(on.local_previous_starts_at),
    MODES[on.attendance_mode],
    text(on.attendance_mode_label),
    flag(on.is_elsewhere),
    maybe(on.lead_image, listedPicture),
    number(on.more_dates),
    texts(on.topics.map((topic) => topic.slug)),
    texts(on.audiences.map((audience) => audience.label)),
    texts(on.access_features.map((feature) => feature.label)),
    texts(on.hosts.map(namedHost)),
    maybe(on.programme, namedPage),
    maybe(on.pack, namedPage),
    texts(on.translations.map((other) => `${other.id} ${other.locale} ${other.url}`)),
    maybe(on.next_bookable, (next) => text(next.url)),
  ].join(" ");

const meta = (about: PageMeta): string =>
  [
    text(about.slug),
    text(about.seo_title),
    text(about.search_description),
    flag(about.show_in_menus),
    maybe(about.locale, text),
    maybe(about.detail_url, text),
    maybe(about.html_url, text),
    instant(about.first_published_at),
    maybe(about.parent, (page) => number(page.id) + text(page.title)),
    maybe(about.alias_of, (page) => number(page.id) + text(page.title)),
    ...(about.warnings ?? []).map((it) => (typeof it === "string" ? it : text(it.reason))),
  ].join(" ");

const shared = (page: Page): string =>
  [
    number(page.id),
    text(page.title),
    meta(page.meta),
    maybe(page.contact, (to) => text(to.name) + text(to.email) + text(to.url)),
    text(page.contact_name),
    text(page.contact_email),
    text(page.contact_url),
    maybe(page.contact_page, pageLink),
    text(page.code_of_conduct),
    maybe(page.safeguarding, (to) => text(to.name) + text(to.email) + text(to.phone)),
  ].join(" ");

const isEvent = (page: Page): page is EventPageSchema =>
  page.meta.type === "wagtail_lift_pages.EventPage";
const isPack = (page: Page): page is InsightsPackSchema =>
  page.meta.type === "wagtail_lift_pages.InsightsPack";

function event(page: EventPageSchema): string {
  return [
    STATUSES[page.status],
    text(page.status_label),
    instant(page.status_until),
    STAGES[page.stage],
    BOOKING[page.booking_state],
    text(page.date_key),
    instant(page.starts_at),
    instant(page.ends_at),
    HOURS[page.date_hours],
    ...page.occurrences.map(date),
    flag(page.has_more_occurrences),
    text(page.occurrences_url),
    ...page.topic_tags.map(tag),
    ...page.audience_tags.map(tag),
    maybe(page.start_date, text),
    maybe(page.start_time, text),
    maybe(page.end_date, text),
    maybe(page.end_time, text),
    HOURS[page.hours],
    text(page.recurrence_text),
    text(page.recurrence_rule),
    ...page.skipped_dates.map(skippedDate),
    ...page.added_dates.map(addedDate),
    text(page.timezone),
    text(page.summary),
    maybe(page.lead_image, picture),
    text(page.lead_image_alt_text),
    ...page.body.map(body),
    ...page.after_body.map(body),
    ...page.updates.map(typedUpdate),
    ...page.latest_updates.map(update),
    ...page.materials.map(materials),
    ...page.hosts.map(hostCard),
    ...page.event_hosts.map(
      (row) =>
        maybe(row.id, number) + maybe(row.host_id, number) + ROLES[row.role] + text(row.line),
    ),
    ...page.questions.map(question),
    ...page.conversation.map(conversation),
    ...page.agenda.map(agenda),
    ...page.agenda_times.map(agendaDay),
    ...page.reading.map(reading),
    text(page.audience),
    texts(page.audiences),
    texts(page.topics),
    MODES[page.attendance_mode],
    maybe(page.venue, venueCard),
    text(page.venue_name),
    text(page.venue_address),
    text(page.map_url),
    text(page.platform_name),
    JOINING[page.join_link_rule],
    number(page.join_link_minutes),
    ...page.access_features.map((it) => text(it.value) + text(it.label)),
    flag(page.step_free),
    flag(page.accessible_toilet),
    flag(page.accessible_parking),
    flag(page.hearing_loop),
    flag(page.captions),
    flag(page.sign_language),
    flag(page.quiet_space),
    flag(page.child_care),
    RECORDED[page.recording],
    text(page.languages),
    text(page.access_notes),
    text(page.booking_link),
    BOOKED[page.booking_mode],
    text(page.booking_url),
    maybe(page.booking_opens_date, text),
    maybe(page.booking_opens_time, text),
    maybe(page.booking_opens_before, (given) => number(given * UNITS[page.booking_opens_unit])),
    maybe(page.booking_closes_date, text),
    maybe(page.booking_closes_time, text),
    maybe(page.booking_closes_before, (given) => number(given * UNITS[page.booking_closes_unit])),
    PLACES[page.booking_places],
    cost(page.cost),
    COSTS[page.cost_kind],
    maybe(page.cost_amount, text),
    maybe(page.cost_up_to, text),
    text(page.cost_currency),
    text(page.cost_note),
    text(page.cost_url),
    maybe(page.pack, packLink),
    maybe(page.inspired_by, packLink),
    ...page.related.map(relatedEvent),
    ...page.related_events.map((block) => text(block.type) + maybe(block.value, number)),
    conduct(page),
  ].join(" ");
}

const shorter = (guide: GuideWithoutParts): string =>
  number(guide.minutes) + texts(guide.without);

function pack(page: InsightsPackSchema): string {
  return [
    flag(page.is_open),
    instant(page.opens_at),
    instant(page.starts_at),
    maybe(page.event, pageLink),
    maybe(page.meeting, (it) => number(it.id)),
    flag(page.opens_early),
    maybe(page.introduction, text),
    maybe(page.people_count, number),
    maybe(page.organisations_count, number),
    maybe(page.stories_count, number),
    ...(page.insights ?? []).map(insight),
    ...(page.questions ?? []).map(question),
    ...(page.resources ?? []).map(resource),
    ...(page.materials ?? []).map(materials),
    ...(page.guide ?? []).map(guide),
    maybe(page.group_size_from, number),
    maybe(page.group_size_to, number),
    maybe(page.is_guide_only, flag),
    maybe(page.guide_minutes, number),
    maybe(page.shorter_guide, shorter),
    maybe(page.guide_url, text),
    maybe(page.pdf_url, text),
    maybe(page.cards_url, text),
    ...(page.reruns ?? []).map(rerun),
    LICENCES[page.licence],
    text(page.licence_label),
    text(page.licence_url),
    text(page.licence_text),
    text(page.citation),
  ].join(" ");
}

const below = (child: ChildProgramme): string =>
  [pageLink(child), text(child.slug), text(child.summary)].join(" ");

const programme = (page: EventIndexPageSchema): string =>
  [
    text(page.introduction),
    ...page.body.map(body),
    text(page.default_timezone),
    text(page.default_currency),
    maybe(page.event_template, namedPage),
    conduct(page),
    ...page.programmes.map(below),
  ].join(" ");

export function page(found: Page): string {
  const own = isEvent(found) ? event(found) : isPack(found) ? pack(found) : programme(found);
  return shared(found) + own;
}

const hostMeta = (about: HostProfileMetaSchema): string =>
  text(about.type) + (about.warnings ?? []).length.toFixed(0);

export const host = (profile: HostProfileSchema): string =>
  [
    hostMeta(profile.meta),
    number(profile.id),
    KINDS[profile.kind],
    text(profile.name),
    maybe(profile.slug, text),
    text(profile.honorific),
    text(profile.position),
    text(profile.organisation),
    text(profile.pronouns),
    text(profile.display_name),
    text(profile.initials),
    text(profile.biography),
    maybe(profile.photo, picture),
    text(profile.photo_alt_text),
    text(profile.website),
    ...profile.links.map((it) => text(it.value.label) + text(it.value.url)),
    texts(profile.tags),
  ].join(" ");

const venueMeta = (about: VenueMetaSchema): string =>
  text(about.type) + (about.warnings ?? []).length.toFixed(0);

export const venue = (profile: VenueSchema): string =>
  [
    venueMeta(profile.meta),
    number(profile.id),
    text(profile.name),
    text(profile.address),
    maybe(profile.latitude, number),
    maybe(profile.longitude, number),
    text(profile.map_url),
    text(profile.travel),
    flag(profile.step_free),
    flag(profile.accessible_toilet),
    flag(profile.accessible_parking),
    flag(profile.hearing_loop),
    flag(profile.quiet_space),
    text(profile.access_notes),
    ...profile.photos.map((it) => text(it.value.caption) + maybe(it.value.rendition, pictureInBlock)),
  ].join(" ");

export const problem = (why: Problem): string =>
  [
    text(why.title),
    text(why.detail),
    number(why.status),
    ...(why.errors ?? []).map((fault) => text(fault.msg) + (fault.loc ?? []).join(".")),
  ].join(" ");

// What was read is written back as it is.

export const changed = (page: EventPageSchema): EventPagePatchSchema => ({
  meta: { type: "wagtail_lift_pages.EventPage", action: "publish" },
  title: page.title,
  start_date: page.start_date,
  attendance_mode: page.attendance_mode,
  body: page.body,
  conversation: [...page.conversation, { type: "opening", value: "<p>Welcome.</p>" }],
  agenda: page.agenda,
  reading: page.reading,
  added_dates: page.added_dates,
  skipped_dates: page.skipped_dates,
  topics: page.topics,
});

export const openedEarly = (page: InsightsPackSchema): InsightsPackPatchSchema => ({
  meta: { type: "wagtail_lift_pages.InsightsPack" },
  opens_early: true,
  insights: page.insights ?? [],
  resources: page.resources ?? [],
  guide: page.guide ?? [],
});

export const created: EventPageCreateSchema = {
  meta: { type: "wagtail_lift_pages.EventPage", parent_id: 3, action: "publish" },
  title: "Kindness over lunch",
  start_date: "2027-06-01",
  start_time: "12:30:00",
  timezone: "Europe/London",
  recording: "no",
  event_hosts: [{ host_id: 1, role: "host", line: "Keeps the time" }],
  body: [
    { type: "heading", value: { text: "Before you come", level: "2" } },
    { type: "paragraph", value: { format: "db_markdown", content: "Bring **lunch**." } },
    { type: "image", value: { image: { image: 1, alt_text: "A table", decorative: false } } },
  ],
  conversation: [{ type: "question", id: "q-1", value: { question: "What is kind?" } }],
};
