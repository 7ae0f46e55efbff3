"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const line = (node) => (node ? node.textContent.replace(/\s+/g, " ").trim() : "");

  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    const inside = target.tagName === "LI" && target.querySelector(":scope > details");
    if (inside && !target.classList.contains("sentence")) inside.open = true;
  };

  const withChain = (item) => {
    const chain = all(".chain > li", item).map((link) => line(link)).join(" → ");
    return "“" + line(item.querySelector("blockquote")) + "”\n" + chain + "\n" +
      line(item.querySelector(".who .outlet")) + ", " + line(item.querySelector(".place")) + "\n";
  };

  const copy = async (button) => {
    const text = withChain(button.closest("li"));
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      button.after(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy with chain"; }, 1500);
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
    if (next) next.focus();
  };

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    e: () => {
      const here = document.activeElement.closest(".sentence");
      const drawer = here && here.querySelector("details");
      if (drawer) drawer.open = !drawer.open;
    },
    "?": () => { location.hash = "keys"; },
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && button.classList.contains("copy")) copy(button);
    if (button && button.classList.contains("all")) toggleAll(button);
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
  });
  window.addEventListener("hashchange", reveal);
  all("button[hidden]").forEach((button) => { button.hidden = false; });
  reveal();
})();
