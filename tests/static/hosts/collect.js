// In the page: read what our elements look like, keep it, and tell what a site has changed of it.
//
// Only properties that some style sheet names are read, and sizes: no other one can change, except
// as a consequence of one that is read. Logical properties are read as physical ones. Every element is
// read at one width; at others two of each kind, so that it takes half the time.

window.lift = (() => {
  const SIZES = ["width", "height", "top", "right", "bottom", "left"];
  // Values that follow from sizes, as browsers tell them.
  const MOVED = new Set([...SIZES, "grid-template-columns", "grid-template-rows",
    "perspective-origin", "transform-origin"]);
  const USED_BELOW = ["background-image", "display", "text-decoration-line", "transition-duration"];
  const SIDES = ["top", "right", "bottom", "left"];
  const LOGICAL = /(^|-)(block|inline)(-|$)|(start|end)-(start|end)/;
  const REACTS = "a, button, input, select, summary, label, .lift-card, .lift-entry";

  // Where a property paints nothing: its value may differ there, on the condition that it paints
  // nothing on either side.
  const PAINTS_NOTHING = [
    [/^border-(top|right|bottom|left)-(width|style|color)$/, (value, [, side]) => !line(value, `border-${side}`)],
    [/^outline-/, (value) => !line(value, "outline")],
    [/^list-style-/, (value) => !value("display").includes("list-item")],
    [/^vertical-align$/, (value) => !/^(inline|table-cell|ruby)/.test(value("display"))],
    [/^text-(decoration|underline)-(?!line)/, (value) => value("text-decoration-line") === "none"],
    [/^(border-collapse|caption-side|empty-cells|table-layout|-webkit-border-.*-spacing)$/,
      (value) => !value("display").includes("table")],
    [/^background-(attachment|origin|position|repeat|size)/, (value) => value("background-image") === "none"],
    [/^transition-/, (value) => /^0s(, 0s)*$/.test(value("transition-duration"))],
  ];

  const unhosted = new Map();
  let names = [];
  let indexes = new Map();
  let everythingAt = 0;
  const targets = [];

  function line(value, name) {
    return /^(none|hidden)$/.test(value(`${name}-style`)) ? 0 : parseFloat(value(`${name}-width`));
  }

  // --- what is read -----------------------------------------------------------------------------

  function physical(name) {
    if (!LOGICAL.test(name)) return [name];
    if (/radius$/.test(name)) {
      return ["top-left", "top-right", "bottom-left", "bottom-right"].map((at) => `border-${at}-radius`);
    }
    if (/size$/.test(name)) return ["width", "height"].map((size) => name.replace(/(block|inline)-size/, size));
    return SIDES.map((side) => name.replace(/^inset-/, "").replace(/(block|inline)-(start|end)/, side));
  }

  function* declared(rules) {
    for (const rule of rules) {
      if (rule instanceof CSSKeyframesRule || rule instanceof CSSFontFaceRule) continue;
      if (rule.style) yield* rule.style;
      const inner = rule.cssRules ?? rule.styleSheet?.cssRules;
      if (inner) yield* declared(inner);
    }
  }

  function properties(allowed) {
    const told = new Set([...getComputedStyle(document.body)].filter((name) => !name.startsWith("--")));
    const found = new Set([...SIZES, ...USED_BELOW]);
    for (const side of SIDES) ["width", "style"].forEach((what) => found.add(`border-${side}-${what}`));
    ["width", "style"].forEach((what) => found.add(`outline-${what}`));
    for (const sheet of document.styleSheets) {
      for (const name of declared(sheet.cssRules)) physical(name).forEach((one) => found.add(one));
    }
    return [...found].filter((name) => told.has(name) && !allowed.includes(name)).sort();
  }

  // The element and what is just around it.
  function steps(element, count) {
    const found = [];
    for (let at = element; at && found.length < count; at = at.parentElement) {
      found.unshift([at.localName, ...at.classList].join("."));
      if (at.matches(".lift-page")) break;
    }
    return found.join(" > ");
  }

  const pathOf = (element) => `${element.closest("[data-page]").dataset.page}: ${steps(element, 3)}`;

  // One of each kind of what reacts; `data-held` lets the test find it, too.
  function hold() {
    const kinds = new Map();
    for (const element of document.querySelectorAll(`.lift-page :is(${REACTS})`)) {
      const kind = `${steps(element, 2)} ${element.type} ${element.disabled}`;
      if (!kinds.has(kind)) kinds.set(kind, element);
    }
    kinds.forEach((element) => element.setAttribute("data-held", ""));
  }

  // Only rules that look further than this can tell two elements of one kind apart.
  function kindOf(element) {
    const { type, attributes, previousElementSibling: before, nextElementSibling: after } = element;
    const names = [...attributes].map((attribute) => attribute.name);
    return [steps(element, 3), type, names, before?.localName, Boolean(after)].join();
  }

  function start(allowed, width) {
    hold();
    everythingAt = width;
    names = properties(allowed);
    indexes = new Map(names.map((name, index) => [name, index]));
    const kinds = new Map();
    for (const element of document.querySelectorAll(".lift-page, .lift-page *")) {
      const [kind, held] = [kindOf(element), Boolean(element.closest("[data-held]"))];
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const pseudos = ["", "::before", "::after", "::marker"];
      if (element.placeholder) pseudos.push("::placeholder");
      for (const pseudo of pseudos) targets.push({ element, pseudo, held, few: kinds.get(kind) < 3 });
    }
    targets.forEach((target, index) => (target.index = index));
  }

  function isThere(target, style) {
    if (target.pseudo === "::marker") return lift.plain.isMarked(getComputedStyle(target.element));
    if (!target.pseudo || target.pseudo === "::placeholder") return true;
    return !/^(none|normal)$/.test(style.content);
  }

  function read(target) {
    const style = getComputedStyle(target.element, target.pseudo);
    return isThere(target, style) ? names.map((name) => style.getPropertyValue(name)) : null;
  }

  // --- what differs -----------------------------------------------------------------------------

  function asked(state, width) {
    if (state !== "still") return targets.filter((target) => target.held);
    return width === everythingAt ? targets : targets.filter((target) => target.few);
  }

  // Keep what a page looks like that stands alone, unless that is known.
  function keep(state, width) {
    const key = `${state} ${width}`;
    if (unhosted.has(key)) return;
    use(["ours"]);
    unhosted.set(key, asked(state, width).map(read));
    lift.plain.keep(width);
  }

  function paintsNothing(name, wanted, found) {
    for (const [pattern, holds] of PAINTS_NOTHING) {
      const match = pattern.exec(name);
      if (match) return [wanted, found].every((all) => holds((one) => all[indexes.get(one)], match));
    }
    return false;
  }

  function differing(wanted, found) {
    if (!wanted && !found) return [];
    if (!wanted || !found) return [["generated", wanted ? "there" : "none", found ? "there" : "none"]];
    const changed = names.map((name, i) => [name, wanted[i], found[i]]).filter(([, was, is]) => was !== is);
    return changed.filter(([name]) => !paintsNothing(name, wanted, found));
  }

  function compare(sheets, state, width) {
    keep(state, width);
    use(sheets);
    const told = { styled: [], moved: [], properties: {}, examples: {} };
    const wanted = unhosted.get(`${state} ${width}`);
    asked(state, width).forEach((target, order) => {
      const changed = differing(wanted[order], read(target));
      if (!changed.length) return;
      const path = pathOf(target.element) + target.pseudo;
      (changed.every(([name]) => MOVED.has(name)) ? told.moved : told.styled).push(`${state} ${target.index}`);
      for (const [name, was, is] of changed) {
        told.properties[name] = (told.properties[name] ?? 0) + 1;
        told.examples[name] ??= `${path} (${state} at ${width}): ${was} became ${is}`;
      }
    });
    return { ...told, complaints: lift.plain.complaints(width) };
  }

  // --- style sheets -----------------------------------------------------------------------------

  // Let transitions that a swap has started come to their ends.
  function settle() {
    for (let round = 0; round < 20; round++) {
      const running = document.getAnimations();
      if (!running.length) return;
      running.forEach((animation) => animation.finish());
    }
  }

  function add(css, name) {
    const style = document.createElement("style");
    style.dataset.sheet = name;
    style.textContent = css;
    return new Promise((resolve) => {
      style.onload = resolve;
      document.head.append(style);
    });
  }

  function use(sheets) {
    for (const style of document.querySelectorAll("style[data-sheet]")) {
      style.disabled = !sheets.includes(style.dataset.sheet);
    }
    settle();
  }

  return { start, compare, add, steps, pathOf, MOVED: [...MOVED] };
})();
