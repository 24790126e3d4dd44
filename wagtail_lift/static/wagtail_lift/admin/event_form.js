/* The form of an event: only the fields that apply are shown, and no field is filled in. Without this
   script all fields are there. */
(() => {
    "use strict";

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
        hours: {
            start_time: ["start_and_end", "open_end"],
            end_date: ["start_and_end", "all_day"],
            end_time: ["start_and_end"],
        },
        cost_kind: {
            cost_amount: ["amount", "range", "pay_what_you_can"],
            cost_up_to: ["range"],
            cost_currency: ["amount", "range", "pay_what_you_can"],
        },
        attendance_mode: {
            venue: ["in_person", "both"],
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

    /* Of the times, what is typed stays in sight, because it is kept, and told to be without effect. */

    /* A saved venue says where the event is: what is typed beside it is not shown to readers. */
    const TYPED_PLACE = new Set(["venue_name", "venue_address", "map_url"]);
    const isSaidByVenue = (name) => TYPED_PLACE.has(name) && Boolean(field("venue")?.value);

    function showWhatApplies(choice) {
        const chosen = field(choice);
        if (!chosen) return;
        for (const [name, values] of Object.entries(APPLIES[choice])) {
            const input = field(name);
            const part = input && partOf(input);
            if (!part) continue;
            const isSaid = isSaidOtherwise(name) || isSaidByVenue(name);
            const isKept = choice === "hours" && Boolean(input.value);
            const applies = (values.includes(chosen.value) && !isSaid) || isKept;
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

    function start() {
        Object.keys(APPLIES).forEach(showWhatApplies);
        document.addEventListener("change", (event) => {
            const name = event.target.name;
            if (name in APPLIES) showWhatApplies(name);
            if (name in APPLIES.booking_mode) showWhatApplies("booking_mode");
            if (name === "venue") showWhatApplies("attendance_mode");
        });
    }

    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", start);
    } else {
        start();
    }
})();
