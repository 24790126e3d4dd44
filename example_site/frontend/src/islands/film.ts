/** Loads a film from another website once the reader asks for it. Without script, the link stays. */
class FilmPlayer extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const player = this.querySelector("template");
    if (!button || !player) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      this.replaceChildren(player.content.cloneNode(true));
      this.querySelector("iframe")?.focus();
    });
  }
}

customElements.define("film-player", FilmPlayer);
