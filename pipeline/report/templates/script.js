"use strict";
(() => {
  const html = document.documentElement;
  const remembered = () => { try { return localStorage.getItem("depeche-language"); } catch { return null; } };
  const speak = (language) => {
    html.lang = language === "en" ? "en" : "fr";
    for (const button of document.querySelectorAll("[data-tongue]")) button.setAttribute("aria-pressed", button.dataset.tongue === html.lang);
  };
  speak(remembered());

  /* Marks a stretch of the text: offsets in UTF-16 units of the document's text, as strings count here. */
  const stretch = (start, end) => {
    const blocks = [...document.querySelectorAll(".x[data-u]")];
    const ranges = [];
    for (const block of blocks) {
      const from = Number(block.dataset.u);
      const low = Math.max(start - from, 0), high = Math.min(end - from, block.textContent.length);
      if (low >= high) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let position = 0, node; (node = walker.nextNode()); position += node.length) {
        if (position <= low && low < position + node.length) range.setStart(node, low - position);
        if (position < high && high <= position + node.length) range.setEnd(node, high - position);
      }
      ranges.push(range);
    }
    return ranges;
  };
  const follow = () => {
    const found = /^#u=(\d{1,10}),(\d{1,10})$/.exec(location.hash);
    for (const block of document.querySelectorAll(".block.target")) block.classList.remove("target");
    if (window.CSS && CSS.highlights) CSS.highlights.delete("target");
    if (!found) return;
    const ranges = stretch(Number(found[1]), Number(found[2]));
    if (!ranges.length) return;
    const block = ranges[0].startContainer.parentElement.closest(".block");
    if (window.CSS && CSS.highlights) CSS.highlights.set("target", new Highlight(...ranges));
    else block.classList.add("target");
    block.scrollIntoView({ block: "center" });
  };

  /* The card repeats the row of the mention: nothing is written twice in the page. */
  const card = (mark) => {
    const box = document.getElementById("card"), row = document.getElementById(mark.dataset.m);
    for (const other of document.querySelectorAll("mark.on")) other.classList.remove("on");
    if (!box || !row) return;
    mark.classList.add("on");
    const heads = document.querySelectorAll("#mention-rows th"), list = box.querySelector("dl");
    list.replaceChildren();
    [...row.cells].forEach((cell, i) => {
      if (!cell.textContent.trim()) return;
      const term = document.createElement("dt"), words = document.createElement("dd");
      term.append(...[...(heads[i].querySelector("button") || heads[i]).childNodes].map((node) => node.cloneNode(true)));
      words.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
      list.append(term, words);
    });
    box.hidden = false;
  };
  const shut = () => {
    const box = document.getElementById("card");
    if (box) box.hidden = true;
    for (const mark of document.querySelectorAll("mark.on")) mark.classList.remove("on");
  };

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const filter = (input) => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    for (const name of input.dataset.filter.split(" ")) {
      const table = document.querySelector(`table[data-rows="${name}"]`) || document.getElementById(name);
      if (!table) continue;
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        row.plain ??= plain(row.textContent);
        row.hidden = !words.every((word) => row.plain.includes(word));
        shown += !row.hidden;
      }
      const count = document.querySelector(`[data-count="${name}"]`);
      if (count) count.textContent = shown;
    }
  };
  /* Shows the rows that have this mark, by the words of the mark in the reader's language. */
  const find = (mark) => {
    const found = [...document.querySelectorAll(`[data-found="${mark}"]`)], input = document.getElementById("filter");
    if (!found.length || !input) return;
    input.value = found[0].innerText;
    filter(input);
  };
  const sortable = (table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (row) => { const cell = row.cells[column]; return cell.dataset.sort ?? cell.innerText.trim(); };
        const order = new Intl.Collator(html.lang, { numeric: true });
        const numbers = head.classList.contains("number");
        const rows = [...table.tBodies[0].rows].map((row) => [key(row), row]);
        rows.sort(([a], [b]) => (numbers ? Number(a) - Number(b) || 0 : order.compare(a, b)) * (down ? -1 : 1));
        table.tBodies[0].append(...rows.map(([, row]) => row));
      });
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    speak(html.lang);
    document.querySelectorAll("table.sortable").forEach(sortable);
    follow();
  });
  window.addEventListener("hashchange", follow);
  document.addEventListener("input", (event) => { if (event.target.matches("[data-filter]")) filter(event.target); });
  document.addEventListener("change", (event) => {
    const style = event.target.dataset.style;
    if (!style) return;
    for (const mark of document.querySelectorAll(".text mark")) if (mark.classList.contains(style)) mark.classList.toggle("off", !event.target.checked);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });
  document.addEventListener("click", (event) => {
    const wanted = event.target.closest("[data-find]");
    if (wanted) find(wanted.dataset.find);
    const tongue = event.target.closest("[data-tongue]"), mark = event.target.closest(".text mark:not(.off)");
    if (tongue) {
      speak(tongue.dataset.tongue);
      try { localStorage.setItem("depeche-language", html.lang); } catch { /* a browser may forbid it */ }
    } else if (mark) card(mark);
    else if (!event.target.closest("#card") || event.target.closest("#card > button")) shut();
  });
})();
