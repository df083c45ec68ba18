// How long ago the links were last checked, counted on the reader's day, not on the build's.
const DAY = 24 * 60 * 60 * 1000;
const STALE_DAYS = 14;

const day = (text) => Date.parse(`${text}T00:00:00Z`);

// A clock that stands before the build is wrong: the page cannot be read before it is made.
const today = (built) => {
  const now = new Date();
  return Math.max(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()), day(built));
};

const words = (age, { kbToday, kbYesterday, kbDays }) => {
  if (age < 1) return kbToday;
  return age === 1 ? kbYesterday : kbDays.replace("{days}", age);
};

for (const note of document.querySelectorAll("[data-kb-checked]")) {
  const age = Math.round((today(note.dataset.kbBuilt) - day(note.dataset.kbChecked)) / DAY);
  note.querySelector("[data-kb-age]").textContent = words(age, note.dataset);
  note.querySelector("[data-kb-stale]").hidden = age <= STALE_DAYS;
}
