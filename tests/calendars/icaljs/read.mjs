// Print start and end of each entry of each calendar in standard input, in seconds since 1970.
//
// Calendars come as a JSON list of texts; their clocks are those that each calendar itself tells.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function read(text) {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const clocks of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(clocks);
  }
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return [event.startDate.toUnixTime(), event.endDate.toUnixTime()];
  });
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
