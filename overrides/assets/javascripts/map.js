// Adds to the service map what markup alone cannot: both directions of a box's relations, the same
// in words beside the drawing, and the filter by need. Without it the links and the list remain.
for (const map of document.querySelectorAll(".kb-map")) {
  const all = (selector) => [...map.querySelectorAll(selector)];
  const drawing = map.querySelector(".kb-map__drawing");
  const panel = map.querySelector(".kb-map__panel");
  const state = map.querySelector(".kb-map__state");
  const needs = map.querySelector(".kb-map__needs");
  const items = all(".kb-map__list > li");
  const groups = all("svg g");
  let told = "";
  let tapped = "";
  let touch = false;

  const show = (number) => {
    drawing.classList.toggle("kb-map--chosen", number !== "");
    const near = new Set([number]);
    for (const group of groups) {
      for (const path of group.querySelectorAll("path")) {
        const ends = [group.dataset.n, path.dataset.f];
        const on = ends.includes(number);
        path.classList.toggle("kb-on", on);
        if (on) for (const end of ends) near.add(end);
      }
    }
    for (const group of groups) {
      group.querySelector("a").classList.toggle("kb-on", near.has(group.dataset.n));
    }
    if (number !== "" && number !== told) {
      const item = items.find((one) => one.dataset.n === number);
      panel.replaceChildren(...[...item.childNodes].map((node) => node.cloneNode(true)));
      told = number;
    }
  };
  // Chosen by tap or focus, a box keeps its words in sight; they must not cover the box itself.
  const hold = (number) => {
    drawing.classList.toggle("kb-map--held", number !== "");
    show(number);
    const shown = all(`svg g[data-n="${number}"] a`).find((a) => a.getClientRects().length);
    const over = shown
      ? shown.getBoundingClientRect().bottom + 12 - panel.getBoundingClientRect().top
      : 0;
    if (over > 0) scrollBy(0, over);
  };
  const boxOf = (event) => event.target.closest("svg a")?.parentNode.dataset.n;
  const focused = () =>
    drawing.contains(document.activeElement) ? document.activeElement.parentNode.dataset.n : "";

  drawing.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") show(boxOf(event) ?? focused());
  });
  drawing.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") show(focused());
  });
  drawing.addEventListener("focusin", (event) => hold(boxOf(event) ?? ""));
  drawing.addEventListener("focusout", (event) => {
    if (!panel.contains(event.relatedTarget)) hold("");
  });
  // A finger cannot point without pressing: the first tap shows, the second one opens.
  drawing.addEventListener("pointerdown", (event) => {
    touch = event.pointerType === "touch";
  });
  drawing.addEventListener("click", (event) => {
    const number = boxOf(event);
    if (!touch || event.detail === 0) return;
    if (number === undefined || number !== tapped) {
      if (number !== undefined) event.preventDefault();
      tapped = number ?? "";
      hold(tapped);
    }
  });
  map.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hold("");
  });

  const filter = (need) => {
    for (const item of items) {
      item.hidden = need !== undefined && !item.dataset.g.split(" ").includes(need);
    }
    const off = new Set(items.filter((item) => item.hidden).map((item) => item.dataset.n));
    for (const group of groups) {
      group.classList.toggle("kb-off", off.has(group.dataset.n));
      for (const path of group.querySelectorAll("path")) {
        path.classList.toggle("kb-off", off.has(group.dataset.n) || off.has(path.dataset.f));
      }
    }
  };
  needs.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    for (const one of needs.querySelectorAll("button")) {
      one.setAttribute("aria-pressed", String(one === button));
    }
    filter(button.dataset.need);
    const shown = items.filter((item) => !item.hidden).length;
    state.textContent = `${button.textContent}. ${map.dataset.shown}: ${shown}/${items.length}`;
  });

  map.classList.add("kb-map--live");
  needs.hidden = false;
  panel.hidden = false;
}
