// The form of a criteria check: reads the criteria from the page, asks, shows what follows.
import { decide } from "./decide.js";

const GROUPS = ["preconditions", "opening", "exclusions"];
const BUCKETS = ["first", "open", "fixed", "excluded", "find"];

export const readCriteria = (form) => {
  const criteria = Object.fromEntries(GROUPS.map((group) => [group, []]));
  for (const { dataset } of form.querySelectorAll("[data-kb-question]")) {
    criteria[dataset.kbGroup].push({
      id: dataset.kbQuestion,
      fixed: "kbFixed" in dataset,
      settles: "kbSettles" in dataset,
    });
  }
  return criteria;
};

const readAnswers = (form) =>
  Object.fromEntries(
    [...form.querySelectorAll("[data-kb-question]")].map((question) => [
      question.dataset.kbQuestion,
      question.querySelector("input:checked")?.value ?? "unknown",
    ]),
  );

// The words of the questions with these ids, such as where to look instead.
const words = (form, ids, name) =>
  ids
    .map((id) => form.querySelector(`[data-kb-question="${id}"]`).dataset[name])
    .filter(Boolean)
    .join(" ");

const sentence = (form, result, answered) => {
  const say = (verdict) =>
    form.querySelector("[data-kb-verdict]").getAttribute(`data-kb-say-${verdict}`);
  const details = {
    fixed: words(form, result.fixed, "kbFixed"),
    both: words(form, result.fixed, "kbFixed"),
    not: words(form, result.excluded, "kbInstead"),
    first: words(form, result.first, "kbFirst"),
  };
  let verdict = result.verdict;
  if (!answered) verdict = "empty";
  else if (verdict === "find" && result.open.length + result.fixed.length > 0)
    verdict = "find-open";
  const detail = details[verdict] ?? "";
  const end = detail && !/[.!?]$/.test(detail) ? "." : "";
  return say(verdict)
    .replace("{detail}", detail + end)
    .trim();
};

const show = (form, criteria) => {
  const answers = readAnswers(form);
  const answered = form.querySelector("input:checked") !== null;
  const result = decide(criteria, answers);
  form.toggleAttribute("data-kb-answered", answered);
  const verdict = form.querySelector("[data-kb-verdict]");
  verdict.dataset.kbVerdict = answered ? result.verdict : "empty";
  const text = sentence(form, result, answered);
  // An unchanged sentence is not said again to those who listen.
  if (verdict.textContent !== text) verdict.textContent = text;
  for (const name of BUCKETS) {
    const ids = answered ? result[name] : [];
    const bucket = form.querySelector(`[data-kb-bucket="${name}"]`);
    bucket.hidden = ids.length === 0;
    for (const item of bucket.querySelectorAll("[data-kb-item]")) {
      item.hidden = !ids.includes(item.dataset.kbItem);
    }
  }
  const none = form.querySelector('[data-kb-bucket="none"]');
  if (none) none.hidden = !(answered && ["none", "not"].includes(result.verdict));
  dispatchEvent(new Event("kb:shown"));
};

// On paper: what was answered and what follows, with its day.
const dress = (form) => {
  const date = form.querySelector("[data-kb-date]");
  const today = new Date().toLocaleDateString(document.documentElement.lang);
  date.textContent = `${date.dataset.kbDate} ${today}`;
  date.hidden = false;
  document.documentElement.dataset.kbPrint = "decide";
  addEventListener(
    "afterprint",
    () => {
      date.hidden = true;
      delete document.documentElement.dataset.kbPrint;
    },
    { once: true },
  );
};

for (const form of document.querySelectorAll("[data-kb-decide]")) {
  const criteria = readCriteria(form);
  form.addEventListener("change", () => show(form, criteria));
  // The browser empties the fields only after the event.
  form.addEventListener("reset", () => setTimeout(() => show(form, criteria)));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-kb-print]").addEventListener("click", () => {
    dress(form);
    print();
  });
  // The browser's own command prints the same; unanswered, it prints the lists.
  addEventListener("beforeprint", () => {
    if (form.hasAttribute("data-kb-answered")) dress(form);
  });
  form.hidden = false;
  // The lists serve where no script runs; here the questions hold the same.
  for (const lists of document.querySelectorAll("[data-kb-lists]")) lists.hidden = true;
  show(form, criteria);
}
