// In a page: what it says of itself, and what on it nobody could see or use.
//
// `plain.js`, with which our pages are looked at beside other people's style sheets, stands before it.

() => {
  const { contrast, edge, isSeen, pale } = lift.plain;
  const BUTTONS = ".lift-page :is(button, .lift-button)";
  const FIELDS = ".lift-page :is(input:not([type=hidden]), select, textarea)";
  const PARTS = ".lift-page :is(h1, h2, h3, p, li, a, button, input, select, table, figure, img)";
  const SMALLEST = 24;

  const all = (selector) => [...document.querySelectorAll(selector)];
  const words = (element) => (element.innerText || element.value || element.name || "").trim();
  const named = (element) => `${element.tagName.toLowerCase()} “${words(element)}”`;
  const isSmall = ({ width, height }) => Math.min(width, height) < SMALLEST;
  const standsOut = (element) =>
    Number(getComputedStyle(element).opacity) === 1 && edge(element) >= 3;

  function* faultsOfButton(button) {
    if (!isSeen(button)) return;
    if (isSmall(button.getBoundingClientRect())) yield "too small";
    if (!standsOut(button)) yield "not seen as a button";
    if (contrast(button) < 4.5) yield "words too pale";
  }

  function* faultsOfField(field) {
    const isChoice = ["checkbox", "radio"].includes(field.type);
    const label = [...(field.labels ?? [])].find((element) => isSeen(element) && words(element));
    if (!isSeen(field)) yield "not seen";
    if (!label) yield "no label";
    else if (contrast(label) < 4.5) yield "label too pale";
    if (!isChoice && isSmall(field.getBoundingClientRect())) yield "too small";
    if (!isChoice && !standsOut(field)) yield "no edge";
  }

  function* faultsOfWidth() {
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) yield `${root.scrollWidth - root.clientWidth} px too wide`;
    for (const part of all(PARTS).filter(isSeen)) {
      const { left, right } = part.getBoundingClientRect();
      if (left < -1 || right > root.clientWidth + 1) yield `${named(part)}: beyond the edge`;
    }
  }

  const told = (elements, faultsOf) =>
    elements.flatMap((element) => [...faultsOf(element)].map((fault) => `${named(element)}: ${fault}`));

  return {
    title: document.title.trim(),
    headings: all("h1").map(words),
    canonical: all('link[rel="canonical"]').map((link) => new URL(link.href).pathname),
    descriptions: all('meta[name="description"]').map((meta) => meta.content),
    cards: all('meta[property="og:title"]').length,
    mains: all("main").length,
    language: document.querySelector(".lift-page").lang,
    buttons: all(BUTTONS).filter(isSeen).map(words),
    fields: all(FIELDS).length,
    faults: [
      ...told(all(BUTTONS), faultsOfButton),
      ...told(all(FIELDS), faultsOfField),
      ...pale().map(([, element]) => `${named(element)}: too pale`),
      ...faultsOfWidth(),
    ],
  };
}
