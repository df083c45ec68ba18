// Terms that explain themselves: a tap opens the meaning, a second one the glossary; Esc closes.
// Pointing and keyboard focus are the styles' work.
const TERM = ".kb-term";

const close = (except) => {
  for (const term of document.querySelectorAll(`${TERM}[data-kb-open]`)) {
    if (term !== except) delete term.dataset.kbOpen;
  }
};

document.addEventListener("click", (event) => {
  const term = event.target.closest(TERM);
  close(term);
  const word = event.target.closest(`${TERM}__word`);
  if (!word || event.pointerType !== "touch" || "kbOpen" in term.dataset) return;
  event.preventDefault();
  delete term.dataset.kbClosed;
  term.dataset.kbOpen = "";
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  close();
  // Shut even while the pointer or the focus stays, until it has been elsewhere.
  for (const term of document.querySelectorAll(`${TERM}:hover, ${TERM}:focus-within`)) {
    term.dataset.kbClosed = "";
  }
});

for (const term of document.querySelectorAll(TERM)) {
  term.addEventListener("pointerleave", () => {
    if (!term.matches(":focus-within")) delete term.dataset.kbClosed;
  });
  term.addEventListener("focusout", ({ relatedTarget }) => {
    if (!term.contains(relatedTarget) && !term.matches(":hover")) delete term.dataset.kbClosed;
  });
}
