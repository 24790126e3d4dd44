/* The choice of a question for a note: it offers the questions of the same form as they are typed,
   those that were never saved included, each by its text. What is chosen stays chosen when the
   question is moved or changed; of one that was removed the choice says so, and keeps it. */
(() => {
    "use strict";

    const CHOICE = "select[data-lift-noted-question]";

    const valueOf = (form, name) => {
        const input = form.querySelector(`[name="${CSS.escape(name)}"]`);
        return input ? input.value : "";
    };

    /* The questions of a stream in their order, without those that were removed. */
    function questionsIn(form, stream) {
        const count = Number(valueOf(form, `${stream}-count`)) || 0;
        const found = [];
        for (let n = 0; n < count; n += 1) {
            const text = form.querySelector(`[name="${CSS.escape(`${stream}-${n}-value-question`)}"]`);
            const id = valueOf(form, `${stream}-${n}-id`);
            if (!text || !id || valueOf(form, `${stream}-${n}-deleted`)) continue;
            found.push({ id, text: text.value.trim(), order: Number(valueOf(form, `${stream}-${n}-order`)) });
        }
        return found.sort((one, other) => one.order - other.order);
    }

    function choicesFor(select, chosen) {
        const form = select.closest("form");
        const questions = form ? questionsIn(form, select.dataset.liftNotedQuestion) : [];
        const choices = questions.map(({ id, text }, n) => [id, `${n + 1}. ${text || select.dataset.liftWordless}`]);
        choices.unshift(["", select.dataset.liftNone]);
        if (!choices.some(([id]) => id === chosen)) choices.push([chosen, select.dataset.liftGone]);
        return choices;
    }

    /* Options are changed only where they differ, so that an open list does not close while it is read. */
    function offer(select, chosen = select.value) {
        const choices = choicesFor(select, chosen);
        const shown = [...select.options].map((option) => [option.value, option.text]);
        if (JSON.stringify(shown) !== JSON.stringify(choices)) {
            select.replaceChildren(...choices.map(([id, text]) => new Option(text, id)));
        }
        if (select.value !== chosen) select.value = chosen;
    }

    let waiting = 0;

    function offerAll() {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => {
            for (const select of document.querySelectorAll(CHOICE)) offer(select);
        });
    }

    class BoundNotedQuestionSelect {
        constructor(select, state) {
            this.input = select;
            this.idForLabel = select.id;
            this.setState(state);
        }

        getValue() {
            return this.input.value;
        }

        getState() {
            return this.input.value;
        }

        setState(state) {
            offer(this.input, state || "");
        }

        setInvalid(isInvalid) {
            if (isInvalid) this.input.setAttribute("aria-invalid", "true");
            else this.input.removeAttribute("aria-invalid");
        }

        getTextLabel({ maxLength } = {}) {
            const [option] = this.input.selectedOptions;
            const text = this.input.value && option ? option.text : "";
            return maxLength && text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
        }

        focus() {
            this.input.focus();
        }
    }

    class NotedQuestionSelect {
        constructor(html) {
            this.html = html;
        }

        render(placeholder, name, id, initialState, parentCapabilities, options = {}) {
            const inert = document.createElement("template");
            inert.innerHTML = this.html.replace(/__NAME__/g, name).replace(/__ID__/g, id).trim();
            const select = inert.content.querySelector("select");
            for (const [attribute, value] of Object.entries(options.attributes || {})) {
                select.setAttribute(attribute, value);
            }
            placeholder.replaceWith(select);
            return new BoundNotedQuestionSelect(select, initialState);
        }
    }

    window.telepath.register("wagtail_lift.NotedQuestionSelect", NotedQuestionSelect);

    /* Blocks are added, removed and moved by their editor; only the page knows of it. */
    function watch() {
        document.addEventListener("input", (event) => {
            if (!event.target.matches(CHOICE)) offerAll();
        });
        new MutationObserver((changes) => {
            if (changes.some(({ target }) => !target.closest?.(CHOICE))) offerAll();
        }).observe(document.body, {
            subtree: true,
            childList: true,
            attributes: true,
            attributeFilter: ["value"],
        });
        offerAll();
    }

    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch);
    else watch();
})();
