/** Dates and times in the zone of their event, in the language of its page. */

type Shown = {
  starts_at: string | null;
  ends_at: string | null;
  timezone: string;
};

/** Which times of day a date has. */
export type Hours = "start_and_end" | "open_end" | "all_day";

const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const TIME = { hour: "numeric", minute: "2-digit", hour12: true } as const;

const written = (instant: string, zone: string, language: string, how: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...how, timeZone: zone }).format(new Date(instant));

/** Return a day, such as “Friday, 4 December 2026”. */
export const dayOf = (instant: string, zone: string, language: string): string =>
  written(instant, zone, language, DAY);

/** Return a time, such as “9:30 am”. */
export const timeOf = (instant: string, zone: string, language: string): string =>
  written(instant, zone, language, TIME);

/** Return an instant, such as “4 December 2026 at 9:30 am”. */
export const momentOf = (instant: string, zone: string, language: string): string =>
  written(instant, zone, language, { dateStyle: "long", timeStyle: "short", hour12: true });

/** Return whether a date ends on the day on which it starts, in its own zone. */
export function isOneDay({ starts_at, ends_at, timezone }: Shown): boolean {
  return (
    !starts_at || !ends_at || dayOf(starts_at, timezone, "en") === dayOf(ends_at, timezone, "en")
  );
}

/** Return the first and the last day of a date that lasts all day; one if they are the same. */
export function daysOf({ starts_at, ends_at, timezone }: Shown): string[] {
  if (!starts_at || !ends_at) return [];
  const moments = [new Date(starts_at), new Date(new Date(ends_at).getTime() - 1)];
  const iso = new Intl.DateTimeFormat("en-CA", { timeZone: timezone, dateStyle: "short" });
  return [...new Set(moments.map((moment) => iso.format(moment)))];
}

/** Return the short name of a zone at an instant, such as “GMT”. */
export function zoneOf(instant: string, zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: "short" });
  const name = parts.formatToParts(new Date(instant)).find((part) => part.type === "timeZoneName");
  return name?.value ?? zone;
}

/** Return a time of day without a day, such as “9:30 am”. */
export const clockOf = (time: string, language: string): string =>
  written(`2000-01-01T${time}Z`, "UTC", language, TIME);

/** Return a month, such as “December 2026”. */
export const monthOf = (day: string, language: string): string =>
  written(`${day}T12:00:00Z`, "UTC", language, { month: "long", year: "numeric" });

/** Return a day without a time, such as “Friday 4 December”. */
export const plainDay = (day: string, language: string): string =>
  written(`${day}T12:00:00Z`, "UTC", language, { weekday: "long", day: "numeric", month: "long" });

/** Return the size of a file, such as “1.2 MB”. */
export function sizeOf(bytes: number, language: string): string {
  const isSmall = bytes < 1e6;
  const number = new Intl.NumberFormat(language, {
    style: "unit",
    unit: isSmall ? "kilobyte" : "megabyte",
    maximumFractionDigits: isSmall ? 0 : 1,
  });
  return number.format(bytes / (isSmall ? 1e3 : 1e6));
}

/** Return for how many people something is, such as “For 6 to 60 people.”; empty if for any. */
export function groupOf(least: number | null, most: number | null): string {
  const people = (count: number): string => `${count} ${count === 1 ? "person" : "people"}`;
  if (least && most && least !== most) return `For ${least} to ${people(most)}.`;
  if (least && !most) return `For ${people(least)} or more.`;
  if (most && !least) return `For ${people(most)} at most.`;
  return most ? `For ${people(most)}.` : "";
}
