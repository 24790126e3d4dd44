/**
 * Shows the results of filters without leaving the page, and says how many there are.
 *
 * The page itself is asked, so there is one way to render a list. Without script, the form is sent.
 */
class LiveFilters extends HTMLElement {
  private asked: AbortController | null = null;
  private shown = location.search;

  connectedCallback(): void {
    const form = this.querySelector("form");
    if (!form) return;
    form.addEventListener("change", () => void this.show(this.addressOf(form)));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.show(this.addressOf(form));
    });
    addEventListener("popstate", () => {
      if (location.search !== this.shown) location.reload(); // not for a link within the page
    });
  }

  private addressOf(form: HTMLFormElement): string {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && value) query.append(name, value);
    }
    const text = query.toString();
    return `${location.pathname}${text && `?${text}`}`;
  }

  private async show(address: string): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    try {
      const answer = await fetch(address, { signal: this.asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const results = page.querySelector("#results");
      if (!results) throw new Error(`${address} has no results`);
      this.querySelector("#results")?.replaceWith(results);
      this.say(results.querySelector("[data-count]")?.textContent ?? "");
      history.pushState(null, "", address);
      this.shown = location.search;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      location.assign(address);
    }
  }

  private say(words: string): void {
    const live = this.querySelector("[data-live]");
    if (live) live.textContent = words.trim();
  }
}

customElements.define("live-filters", LiveFilters);
