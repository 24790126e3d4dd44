/* How dates and times are understood is told beside their fields after each change. No field is
   changed. Without this script it is told as of when the form was opened. */
(() => {
    "use strict";

    const WAIT = 300;
    const OPENING = 150; /* longer than a picker takes to open */
    const NAMES = ["start_date", "start_time", "end_date", "end_time", "timezone", "hours"];

    const wordsOf = (node) => node.textContent.replace(/\s+/g, " ").trim();

    /* Nothing is read out again that was told already. */
    function show(told, words) {
        const inert = document.createElement("template");
        inert.innerHTML = words;
        if (wordsOf(inert.content) !== wordsOf(told)) told.replaceChildren(inert.content);
    }

    function addressFor(told, form, typing) {
        const address = new URL(told.dataset.liftWhen, window.location.href);
        for (const name of NAMES) {
            const input = form.elements.namedItem(name);
            if (input) address.searchParams.set(name, input.value);
        }
        if (typing) address.searchParams.set("typing", typing);
        return address;
    }

    /* Where there is no answer, nothing is told rather than what was true before. */
    async function ask(told, address, signal) {
        const headers = { "X-Requested-With": "XMLHttpRequest" };
        try {
            const answer = await fetch(address, { headers, signal });
            show(told, answer.ok ? await answer.text() : "");
        } catch (error) {
            if (error.name !== "AbortError") show(told, "");
        }
    }

    /* The calendar or clock covers what is told: it closes for somebody who types, and once its field
       is left, also where it opens only then. */
    function closePicker(input) {
        const picker = window.jQuery && window.jQuery(input);
        if (picker && picker.data("xdsoft_datetimepicker")) picker.datetimepicker("hide");
    }

    function follow(told) {
        const form = told.closest("form");
        let timer = 0;
        let running = null;
        const askIn = (wait, typing) => {
            clearTimeout(timer);
            if (running) running.abort();
            running = new AbortController();
            const { signal } = running;
            timer = setTimeout(() => ask(told, addressFor(told, form, typing), signal), wait);
        };
        form.addEventListener("input", (event) => {
            if (!NAMES.includes(event.target.name)) return;
            closePicker(event.target);
            askIn(WAIT, event.target.name);
        });
        form.addEventListener("focusout", (event) => {
            if (!NAMES.includes(event.target.name)) return;
            setTimeout(() => {
                if (document.activeElement !== event.target) closePicker(event.target);
            }, OPENING);
        });
        form.addEventListener("change", (event) => {
            if (NAMES.includes(event.target.name)) askIn(0, "");
        });
        /* A form that stayed open over night: "tomorrow" is another day. */
        document.addEventListener("visibilitychange", () => {
            if (document.visibilityState === "visible") askIn(0, "");
        });
    }

    function start() {
        document.querySelectorAll("[data-lift-when]").forEach(follow);
    }

    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", start);
    } else {
        start();
    }
})();
