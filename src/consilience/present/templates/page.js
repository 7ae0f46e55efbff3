"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const line = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  const openAround = (target) => {
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
  };

  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    openAround(target);
    const inside = target.tagName === "LI" && target.querySelector(":scope > details");
    if (inside && !target.classList.contains("sentence")) inside.open = true;
  };

  const withChain = (item) => {
    const chain = all(".chain > li", item).map((link) => line(link)).join(" → ");
    return "“" + line(item.querySelector("blockquote")) + "”\n" + chain + "\n" +
      line(item.querySelector(".who .outlet")) + ", " + line(item.querySelector(".place")) + "\n";
  };

  const clip = async (text, after) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      after.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  const copy = async (button) => {
    await clip(withChain(button.closest("li")), button);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy with chain"; }, 1500);
  };

  const markOf = (item) => ({
    page: document.querySelector(item.querySelector(".who > a").hash).dataset.page, part: item.dataset.part,
    span: item.dataset.span.split(",").map(Number), words: item.dataset.words ? JSON.parse(item.dataset.words) : item.querySelector("mark").textContent,
  });

  let pending = null;
  const say = (text) => {
    document.getElementById("made").hidden = false;
    document.getElementById("made-pending").textContent = text;
  };
  const keep = (kind, marks) => {
    const lines = document.getElementById("made-lines");
    lines.value += JSON.stringify({ kind, marks, date: new Date().toISOString().slice(0, 10), note: "" }) + "\n";
    say("Kept: " + kind + ".");
  };
  const disagree = {
    "Not a quote": (item) => keep("not a quote", [markOf(item)]),
    "Not the same as the first wording": (item) =>
      keep("not the same", [markOf(item.parentElement.querySelector(":scope > [data-span]")), markOf(item)]),
    "Same claim as …": (item) => {
      if (!pending) {
        pending = item;
        say("Now open the other claim and choose “Same claim as …” at one of its wordings.");
      } else {
        if (pending !== item) keep("same claim", [markOf(pending), markOf(item)]);
        pending = null;
      }
    },
  };

  const offer = (item) => {
    const menu = document.createElement("details");
    menu.className = "disagree";
    const summary = document.createElement("summary");
    summary.textContent = "I disagree";
    menu.append(summary);
    Object.keys(disagree).forEach((word) => {
      if (word === "Not a quote" && !("told" in item.dataset)) return;
      if (word.startsWith("Not the same") && item === item.parentElement.firstElementChild) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "correct";
      button.textContent = word;
      menu.append(button);
    });
    item.append(menu);
  };

  const find = () => {
    const wanted = (window.prompt("Find these words") || "").trim().toLowerCase();
    if (!wanted) return;
    const places = all(".sentence, .claims > li, .utterance, .side.alone > li, .cards > li");
    const here = places.indexOf(document.activeElement.closest(".sentence, li, .utterance"));
    const order = places.slice(here + 1).concat(places.slice(0, here + 1));
    const found = order.find((place) => line(place).toLowerCase().includes(wanted));
    if (!found) return;
    openAround(found.querySelector(":scope > details") || found);
    found.tabIndex = -1;
    found.focus();
  };

  const toggleAll = (button) => {
    const details = all("details", document.getElementById(button.dataset.within));
    const open = details.some((one) => !one.open);
    details.forEach((one) => { one.open = open; });
    button.textContent = open ? "Close all" : "Open all";
  };

  const step = (by) => {
    const sentences = all(".sentence");
    const at = sentences.indexOf(document.activeElement.closest(".sentence"));
    const next = at < 0 ? sentences[by > 0 ? 0 : sentences.length - 1] : sentences[at + by];
    if (next) {
      openAround(next.parentElement);
      next.focus();
    }
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    e: () => {
      const here = document.activeElement.closest(".sentence");
      const drawer = here && here.querySelector("details");
      if (drawer) drawer.open = !drawer.open;
    },
    "/": find,
    "?": () => { location.hash = "keys"; },
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.classList.contains("copy")) copy(button);
    if (button && button.classList.contains("all")) toggleAll(button);
    if (button && button.classList.contains("correct")) disagree[button.textContent](button.closest("li[data-span]"));
    if (button && button.id === "made-copy") clip(document.getElementById("made-lines").value, button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    if (event.target.closest("input, textarea, select")) return;
    event.preventDefault();
    keys[event.key]();
  });
  all(".evidence > li").forEach((item) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy with chain";
    item.append(button);
    if (item.dataset.span) offer(item);
  });
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = all("details.part:not([open])");
    opened.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((part) => { part.open = false; }));
  window.addEventListener("hashchange", reveal);
  all("button[hidden]").forEach((button) => { button.hidden = false; });
  reveal();
})();
