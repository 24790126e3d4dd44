/* Wagtail's autosave sends a form as it was when the save began, and takes it for saved as it is when
   the answer comes. What was typed in between is saved by another one. A form that is sent while a
   save is under way waits for it, and no save begins once it is sent: otherwise a new page is made
   twice. Without autosave this does nothing. */
(() => {
    "use strict";

    const LONGEST_WAIT = 10000;
    const LONGEST_ANSWER = 60000;
    const OF_THE_SAVE =
        /^(csrfmiddlewaretoken|loaded_revision_.*|overwrite_revision_id|next|comments-.*)$/;

    const saving = new Map(); /* form → what is being sent */
    let leaving = new WeakSet(); /* forms that are being sent for good */

    function textOf(data, without = {}) {
        const typed = [...data].filter(
            ([name, value]) =>
                !OF_THE_SAVE.test(name) && !(name in without) && !(value instanceof File),
        );
        return JSON.stringify(typed);
    }

    /* "add" is how Wagtail's own watcher asks for a save; until then the form counts as unsaved. */
    function saveAgain(form) {
        form.setAttribute("data-w-unsaved-force-value", "true");
        form.dispatchEvent(
            new CustomEvent("w-unsaved:add", {
                bubbles: true,
                cancelable: true,
                detail: { type: "edits" },
            }),
        );
    }

    document.addEventListener("w-autosave:save", (event) => {
        if (event.defaultPrevented) return;
        if (leaving.has(event.target)) event.preventDefault();
        else saving.set(event.target, event.detail.formData);
    });

    document.addEventListener("w-autosave:success", (event) => {
        const form = event.target;
        const sent = saving.get(form);
        saving.delete(form);
        if (!sent || leaving.has(form)) return;
        const updates = event.detail?.data?.field_updates ?? {};
        if (textOf(sent, updates) !== textOf(new FormData(form), updates)) saveAgain(form);
    });

    document.addEventListener("w-autosave:error", (event) => saving.delete(event.target));

    function send(form, button) {
        if (button) button.disabled = false; /* a disabled button would not be sent */
        form.requestSubmit(button);
    }

    function sendAfterTheSave(form, button) {
        let isSent = false;
        const once = () => {
            if (isSent) return;
            isSent = true;
            saving.delete(form);
            leaving.delete(form);
            send(form, button);
        };
        for (const end of ["w-autosave:success", "w-autosave:error"]) {
            form.addEventListener(end, () => setTimeout(once), { once: true });
        }
        setTimeout(once, LONGEST_WAIT);
    }

    /* Until the answer replaces this page. It may take long; or somebody stops waiting for it. */
    function sendNow(form, event) {
        leaving.add(form);
        setTimeout(() => event.defaultPrevented && leaving.delete(form));
        setTimeout(() => leaving.delete(form), LONGEST_ANSWER);
    }

    document.addEventListener(
        "submit",
        (event) => {
            const form = event.target;
            if (!saving.has(form)) {
                sendNow(form, event);
                return;
            }
            event.preventDefault();
            event.stopImmediatePropagation();
            if (leaving.has(form)) return;
            leaving.add(form);
            sendAfterTheSave(form, event.submitter);
        },
        { capture: true },
    );

    /* A page to which somebody comes back is as they left it. */
    window.addEventListener("pageshow", (event) => {
        if (event.persisted) leaving = new WeakSet();
    });
})();
