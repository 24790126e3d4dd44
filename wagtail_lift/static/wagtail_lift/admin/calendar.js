/* Dragging a date to another day of the calendar, or choosing one with the arrow keys, opens the
   form that moves it, filled in. Without this script the link “Move” opens the same form. */
(() => {
    "use strict";

    const TARGET = "lift-calendar__day--target";
    const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

    const calendar = document.querySelector("[data-lift-calendar]");
    const told = document.querySelector("[data-lift-calendar-told]");
    if (!calendar) return;
    const days = [...calendar.querySelectorAll("[data-day]")];
    let dragged = null;

    const dayOf = (node) => node.closest("[data-day]");

    function mark(day) {
        for (const each of days) each.classList.toggle(TARGET, each === day);
    }

    function marked() {
        return calendar.querySelector(`.${TARGET}`);
    }

    function ask(entry, day) {
        const url = new URL(entry.dataset.move, window.location.href);
        url.searchParams.set("day", day.dataset.day);
        window.location.assign(url);
    }

    calendar.addEventListener("dragstart", (event) => {
        dragged = event.target.closest("[data-move]");
        if (!dragged) return;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", dragged.dataset.move);
    });

    calendar.addEventListener("dragover", (event) => {
        const day = dayOf(event.target);
        if (!dragged || !day) return;
        event.preventDefault();
        mark(day);
    });

    calendar.addEventListener("drop", (event) => {
        const day = dayOf(event.target);
        if (!dragged || !day) return;
        event.preventDefault();
        if (day !== dayOf(dragged)) ask(dragged, day);
    });

    calendar.addEventListener("dragend", () => {
        dragged = null;
        mark(null);
    });

    calendar.addEventListener("keydown", (event) => {
        const link = event.target.closest(".lift-calendar__move");
        if (!link) return;
        const entry = link.closest("[data-move]");
        if (event.key in STEPS) {
            event.preventDefault();
            const from = days.indexOf(marked() || dayOf(entry));
            const day = days[from + STEPS[event.key]];
            if (!day) return;
            mark(day);
            day.scrollIntoView({ block: "nearest" });
            told.textContent = day.querySelector(".lift-calendar__words").textContent;
        } else if (event.key === "Enter" && marked()) {
            event.preventDefault();
            ask(entry, marked());
        } else if (event.key === "Escape") {
            mark(null);
            told.textContent = "";
        }
    });

    calendar.addEventListener("focusout", () => {
        if (!dragged) mark(null);
    });
})();
