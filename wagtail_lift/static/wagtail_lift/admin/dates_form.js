/* Repetition in the form of an event: only the choices that apply are shown, and the dates are worked
   out while they are typed. Without this script all choices are there, and the dates are shown as
   they were saved. */
(() => {
    "use strict";

    const WAIT = 400;

    const valueOf = (rule, name) => {
        const input = rule.querySelector(`[name$="-${name}"]`);
        return input ? input.value : "";
    };

    function showWhatApplies(rule) {
        const chosen = {
            liftRuleFor: valueOf(rule, "frequency"),
            liftMonthBy: valueOf(rule, "month_by"),
            liftEnds: valueOf(rule, "ends"),
        };
        for (const part of rule.querySelectorAll("[data-lift-rule-for], [data-lift-month-by], [data-lift-ends]")) {
            part.hidden = Object.entries(chosen).some(
                ([name, value]) => name in part.dataset && !part.dataset[name].split(" ").includes(value),
            );
        }
    }

    async function workOut(plan, form, signal) {
        const answer = await fetch(plan.dataset.liftPlan, {
            method: "POST",
            body: new FormData(form),
            headers: { "X-Requested-With": "XMLHttpRequest" },
            signal,
        });
        if (!answer.ok) return;
        const isOpen = plan.querySelector("details[open]") !== null;
        plan.innerHTML = await answer.text();
        const details = plan.querySelector("details");
        if (details) details.open = isOpen;
    }

    function follow(plan) {
        const form = plan.closest("form");
        let timer = 0;
        let running = null;
        const later = () => {
            clearTimeout(timer);
            timer = setTimeout(() => {
                if (running) running.abort();
                running = new AbortController();
                workOut(plan, form, running.signal).catch((error) => {
                    if (error.name !== "AbortError") throw error;
                });
            }, WAIT);
        };
        const concerns = (name) => /^(start_|end_|hours|timezone|recurrence_rule|skipped_dates|added_dates)/.test(name || "");
        for (const kind of ["input", "change"]) {
            form.addEventListener(kind, (event) => concerns(event.target.name) && later());
        }
        form.addEventListener("click", (event) => {
            if (event.target.closest("[data-contentpath='skipped_dates'], [data-contentpath='added_dates']")) later();
        });
    }

    function start() {
        for (const rule of document.querySelectorAll("[data-lift-rule]")) {
            showWhatApplies(rule);
            rule.addEventListener("change", () => showWhatApplies(rule));
        }
        document.querySelectorAll("[data-lift-plan]").forEach(follow);
    }

    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", start);
    } else {
        start();
    }
})();
