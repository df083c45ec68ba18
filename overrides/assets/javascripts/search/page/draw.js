// Results as elements. Everything that the engine says is text: nothing of it is read as markup.

/** @param {string} name @param {string} [className] @param {...(Node|string)} inside */
function make(name, className = "", ...inside) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

/** Text in pieces, of which every second one was meant by the query. */
const marked = (pieces) =>
  pieces.map((piece, number) => (number % 2 ? make("mark", "", piece) : piece));

/** One result: a heading that is the link, what and where it is, a sentence.
 * @param result what the engine says of it
 * @param {(kind: string) => string} called the word for a kind of page
 * @param {string} heading the element of its heading */
export function result({ href, title, kind, section, excerpt }, called, heading) {
  const link = make("a", "", ...marked(title));
  link.href = href;
  link.dataset.kbResult = "";
  const where = make("p", "kb-result__where");
  const name = called(kind);
  if (name) where.append(make("span", "kb-result__kind", name));
  if (section) where.append(make("span", "kb-result__section", section.heading));
  const text = make("p", "", ...marked(excerpt));
  return make("li", "kb-result", make(heading, "kb-result__title", link), where, text);
}

/** A plain list of links. */
export function links(pages) {
  const items = pages.map(({ href, title }) => {
    const link = make("a", "", title);
    link.href = href;
    return make("li", "", link);
  });
  return make("ul", "", ...items);
}
