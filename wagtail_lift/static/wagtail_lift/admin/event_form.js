/* The form of an event: the end follows the start, and only the fields that apply are shown.
   Without this script all fields are there, and the server fills in an empty end. */
(() => {
    "use strict";

    const HOURS = 2;
    const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
    const TIME = /^(\d{1,2}):(\d{2})/;

    /* Which value of a choice each field belongs to. */
    const APPLIES = {
        booking_mode: {
            booking_url: ["elsewhere"],
            booking_places: ["elsewhere"],
            booking_opens_date: ["elsewhere", "here"],
            booking_opens_time: ["elsewhere", "here"],
            booking_opens_before: ["elsewhere", "here"],
            booking_opens_unit: ["elsewhere", "here"],
            booking_closes_date: ["elsewhere", "here"],
            booking_closes_time: ["elsewhere", "here"],
            booking_closes_before: ["elsewhere", "here"],
            booking_closes_unit: ["elsewhere", "here"],
        },
        attendance_mode: {
            venue_name: ["in_person", "both"],
            venue_address: ["in_person", "both"],
            map_url: ["in_person", "both"],
            platform_name: ["online", "both"],
            join_url: ["online", "both"],
            join_link_rule: ["online", "both"],
            join_link_minutes: ["online", "both"],
        },
    };

    const field = (name) => document.getElementById(`id_${name}`);

    const pad = (number) => String(number).padStart(2, "0");

    /* The smallest part of the form that holds this field and its label. */
    const partOf = (input) =>
        input.closest(".w-panel__content > .w-panel__wrapper, .w-panel__wrapper, section.w-panel");

    const hasError = (part) => part.querySelector(".error-message, .w-field__errors svg") !== null;

    /* Each end of the booking window is a day or a while before each date: one hides the other. */
    function isSaidOtherwise(name) {
        const [, end, part] = /^booking_(opens|closes)_(date|time|before|unit)$/.exec(name) || [];
        if (!end) return false;
        const hasValue = (other) => Boolean(field(`booking_${end}_${other}`)?.value);
        const isDay = hasValue("date") || hasValue("time");
        const isLead = hasValue("before");
        return isDay !== isLead && (part === "date" || part === "time" ? isLead : isDay);
    }

    function showWhatApplies(choice) {
        const chosen = field(choice);
        if (!chosen) return;
        for (const [name, values] of Object.entries(APPLIES[choice])) {
            const input = field(name);
            const part = input && partOf(input);
            if (!part) continue;
            const applies = values.includes(chosen.value) && !isSaidOtherwise(name);
            part.hidden = !applies && !hasError(part);
        }
        for (const told of document.querySelectorAll("[data-booking-mode]")) {
            told.hidden = told.dataset.bookingMode !== field("booking_mode")?.value;
        }
        hideEmptyGroups();
    }

    /* A group of which every field is hidden is hidden too. */
    function hideEmptyGroups() {
        const opens = field("booking_opens_date");
        const group = opens && opens.closest("section.w-panel");
        if (!group) return;
        const parts = [...group.querySelectorAll("input, select")].map(partOf).filter(Boolean);
        group.hidden = parts.length > 0 && parts.every((part) => part.hidden);
    }

    function followingEnd(startDate, startTime) {
        const time = TIME.exec(startTime);
        if (!time) return null;
        const day = ISO_DATE.exec(startDate);
        const start = day
            ? Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]), Number(time[1]), Number(time[2]))
            : Date.UTC(2000, 0, 1, Number(time[1]), Number(time[2]));
        const end = new Date(start + HOURS * 3600000);
        const date = `${end.getUTCFullYear()}-${pad(end.getUTCMonth() + 1)}-${pad(end.getUTCDate())}`;
        return {
            time: `${pad(end.getUTCHours())}:${pad(end.getUTCMinutes())}`,
            date: day && date !== startDate ? date : "",
        };
    }

    const minutesOf = (time) => Number(time[1]) * 60 + Number(time[2]);

    function followTheStart() {
        const [startDate, startTime, endDate, endTime] = [
            "start_date", "start_time", "end_date", "end_time",
        ].map(field);
        if (!startDate || !startTime || !endDate || !endTime || endTime.disabled) return;
        const offered = followingEnd(startDate.value, startTime.value);
        const last = followTheStart.offered;
        const isOurs = endTime.value === "" || (last && endTime.value === last.time);
        if (!offered || !isOurs) return;
        endTime.value = offered.time;
        if (endDate.value === "" || (last && endDate.value === last.date)) {
            endDate.value = offered.date;
        }
        followTheStart.offered = offered;
        endTime.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /* An end that is typed lies on the day that was offered only if the day before would be too soon. */
    function takeBackTheOfferedDay() {
        const [startTime, endDate, endTime] = ["start_time", "end_date", "end_time"].map(field);
        const last = followTheStart.offered;
        if (!startTime || !endDate || !endTime || endDate.disabled || !last || !last.date) return;
        if (endDate.value !== last.date || endTime.value === last.time) return;
        const [starts, ends] = [startTime, endTime].map((input) => TIME.exec(input.value));
        if (!starts || !ends) return;
        if (minutesOf(ends) <= minutesOf(starts)) return;
        endDate.value = "";
        endDate.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function start() {
        Object.keys(APPLIES).forEach(showWhatApplies);
        document.addEventListener("change", (event) => {
            const name = event.target.name;
            if (name in APPLIES) showWhatApplies(name);
            if (name in APPLIES.booking_mode) showWhatApplies("booking_mode");
            if (name === "start_date" || name === "start_time") followTheStart();
            if (name === "start_time" || name === "end_time") takeBackTheOfferedDay();
        });
    }

    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", start);
    } else {
        start();
    }
})();
