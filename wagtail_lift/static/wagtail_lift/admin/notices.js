/* What is worth a look about a page is told anew whenever its form has saved itself. Without this
   script it is told as of when the form was opened. */
(() => {
    "use strict";

    let running = null;

    async function tell(panel, key) {
        if (running) running.abort();
        running = new AbortController();
        const url = panel.dataset.liftNotices.replace("/0/", `/${key}/`);
        const answer = await fetch(url, { signal: running.signal });
        if (!answer.ok) return;
        const told = await answer.text();
        const inert = document.createElement("template");
        inert.innerHTML = told;
        /* Nothing is read out again that was told already. */
        const wordsOf = (node) => node.textContent.replace(/\s+/g, " ").trim();
        if (wordsOf(inert.content) !== wordsOf(panel)) panel.replaceChildren(inert.content);
    }

    document.addEventListener("w-autosave:success", (event) => {
        const { response } = event.detail;
        if (!response || !response.pk) return;
        for (const panel of document.querySelectorAll("[data-lift-notices]")) {
            tell(panel, response.pk).catch((error) => {
                if (error.name !== "AbortError") throw error;
            });
        }
    });
})();
