/* Adds the reader's own local time beside each time of an event, a button that prints a guide, one
   that loads a player, and whole addresses for paper.
   Everything on the page can be read and done without this file. */
(() => {
  "use strict";

  const language = document.documentElement.lang || undefined;

  function formatter(options) {
    try {
      return new Intl.DateTimeFormat(language, options);
    } catch {
      return null;
    }
  }

  function clockIn(instant, timeZone) {
    const format = formatter({ dateStyle: "short", timeStyle: "short", timeZone });
    return format ? format.format(instant) : "";
  }

  function instantOf(when, selector) {
    const instant = new Date(when.querySelector(selector)?.dateTime);
    return Number.isNaN(instant.getTime()) ? null : instant;
  }

  function inReadersZone(starts, ends, hourCycle) {
    const format = formatter({
      hourCycle,
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "numeric",
      minute: "2-digit",
      timeZoneName: "short",
    });
    if (!format) return "";
    return ends && format.formatRange ? format.formatRange(starts, ends) : format.format(starts);
  }

  function addReadersTime(when) {
    const { liftZone, liftLabel, liftHours } = when.dataset;
    const starts = instantOf(when, ".lift-when__start");
    if (!starts || when.closest("s, del")) return;
    if (clockIn(starts, liftZone) === clockIn(starts, undefined)) return;
    const text = inReadersZone(starts, instantOf(when, ".lift-when__end"), liftHours === "12" ? "h12" : "h23");
    if (!text) return;
    const note = document.createElement("span");
    note.className = "lift-when__local";
    note.textContent = `${liftLabel} ${text}`;
    when.append(" ", note);
  }

  /* On paper an address is of use only if it is whole: print styles show this one. */
  function keepWholeAddress(link) {
    const isWhole = /^(?:[a-z][a-z\d+.-]*:|#)/i.test(link.getAttribute("href"));
    if (!isWhole) link.dataset.liftAddress = link.href;
  }

  /* A player of another website is loaded only when the reader asks for it. */
  function offerPlayer(player) {
    const button = player.querySelector("button");
    const template = player.querySelector("template");
    player.querySelectorAll("[hidden]").forEach((part) => {
      part.hidden = false;
    });
    button.addEventListener("click", () => {
      player.replaceChildren(template.content.cloneNode(true));
      player.querySelector("iframe")?.focus();
    });
  }

  function start() {
    document.querySelectorAll("[data-lift-player]").forEach(offerPlayer);
    document.querySelectorAll(":is(.lift-body, .lift-page) a[href]").forEach(keepWholeAddress);
    document.querySelectorAll(".lift-when[data-lift-zone]").forEach(addReadersTime);
    document.querySelectorAll("[data-lift-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    });
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
