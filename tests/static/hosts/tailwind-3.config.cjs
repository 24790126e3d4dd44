// Only what Tailwind 3 gives to elements; no classes are looked for.
module.exports = { content: [{ raw: "" }] };
