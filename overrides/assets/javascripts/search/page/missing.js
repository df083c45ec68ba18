// A static host has one page for every address that it lacks. Below another language's root that
// language comes first there, and is the one that is searched.

/** Puts the edition first whose root the address lies below; returns its language, or null. */
export function missing() {
  const editions = [...document.querySelectorAll("[data-kb-edition]")];
  const root = (edition) => new URL(edition.dataset.kbEdition, location.href).pathname;
  const below = editions.filter((edition) => location.pathname.startsWith(root(edition)));
  const [first] = below.sort((a, b) => root(b).length - root(a).length);
  if (!first || first === editions[0]) return null;
  const before = editions[0];
  const swap = (edition, level) => {
    const old = edition.querySelector("h1, h2");
    const heading = document.createElement(level);
    heading.append(...old.childNodes);
    old.replaceWith(heading);
    return heading;
  };
  swap(before, "h2");
  const heading = swap(first, "h1");
  // What stands around stays in the language in which it was made.
  const around = [...document.body.children].filter((part) => part.localName !== "main");
  for (const part of around) part.lang = document.documentElement.lang;
  document.documentElement.lang = first.lang;
  document.title = first.dataset.kbTitle;
  for (const part of before.querySelectorAll(".kb-find, .kb-find-none")) part.remove();
  const form = document.querySelector(`template[data-kb-form="${first.lang}"]`);
  first.querySelector(".kb-lead").after(form.content.cloneNode(true));
  before.before(first);
  heading.id = "sisalto";
  return first.lang;
}
