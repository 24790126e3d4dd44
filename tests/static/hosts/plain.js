// In the page: what must hold beside any style sheet, whether or not a page looks the same.

lift.plain = (() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const sizes = new Map();

  const headings = () => document.querySelectorAll(".lift-page :is(h1, h2, h3, h4)");
  const sizeOf = (element) => parseFloat(getComputedStyle(element).fontSize);

  function keep(width) {
    sizes.set(width, new Map([...headings()].map((heading) => [heading, sizeOf(heading)])));
  }

  // The colour of one pixel on which these were painted one after another.
  function painted(colours) {
    for (const colour of ["#fff", ...colours]) {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
    }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  function luminance(colour) {
    const [red, green, blue] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function grounds(element) {
    const found = [];
    for (let at = element; at; at = at.parentElement) found.unshift(getComputedStyle(at).backgroundColor);
    return found;
  }

  // How much a colour stands out where these were painted below it.
  function ratio(below, colour) {
    const [ground, figure] = [painted(below), painted([...below, colour])];
    const [dark, light] = [luminance(ground), luminance(figure)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  const contrast = (element) => ratio(grounds(element), getComputedStyle(element).color);

  // How much the ground of an element, or the line around it, stands out from what is around it.
  function edge(element) {
    const style = getComputedStyle(element);
    const line = parseFloat(style.borderTopWidth) > 0 ? [style.borderTopColor] : [];
    const around = grounds(element.parentElement);
    return Math.max(...[style.backgroundColor, ...line].map((colour) => ratio(around, colour)));
  }

  const speaks = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

  const isSeen = (element) => element.checkVisibility() && element.offsetWidth > 1;

  function pale() {
    const texts = document.querySelectorAll(".lift-page :is(a, button, summary), .lift-page a *");
    return [...texts]
      .filter((element) => speaks(element) && isSeen(element))
      .map((element) => [element, contrast(element)])
      .filter(([, found]) => found < 4.5)
      .map(([element, found]) => ["contrast", element, Math.floor(found * 100) / 100]);
  }

  const isMarked = ({ display, listStyleType, listStyleImage }) =>
    display.includes("list-item") && (listStyleType !== "none" || listStyleImage !== "none");

  function unmarked() {
    const items = [...document.querySelectorAll(".lift-prose :is(ul, ol):not([class]) > li")];
    return items
      .filter((item) => !isMarked(getComputedStyle(item)))
      .map((item) => ["marks", item, 0]);
  }

  function small(width) {
    const wanted = sizes.get(width);
    return [...headings()]
      .filter((heading) => sizeOf(heading) < wanted.get(heading))
      .map((heading) => ["pixels", heading, sizeOf(heading)]);
  }

  const complaints = (width) =>
    [...pale(), ...unmarked(), ...small(width)].map(([what, element, value]) =>
      [what, lift.steps(element, 1), value]);

  return { keep, complaints, isMarked, contrast, edge, isSeen, pale };
})();
