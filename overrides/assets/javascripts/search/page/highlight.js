// Marks on the landing page the words for which the reader came.

const MOST = 12;

const literal = (sign) => sign.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");

/** Marks in `root` every whole word that is in `words`, as written or in other case. */
export function highlight(root, words) {
  const safe = words
    .filter((word) => word && word.length < 60)
    .slice(0, MOST)
    // A long word has soft hyphens where it may break.
    .map((word) => [...word].map(literal).join("\u00ad?"));
  if (!safe.length) return;
  const pattern = new RegExp(
    "(?<![\\p{L}\\p{N}])(?:" + safe.join("|") + ")(?![\\p{L}\\p{N}])",
    "giu",
  );
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("script, style, svg, form"))
      nodes.push(walker.currentNode);
  }
  for (const node of nodes) {
    // From the end, so that the places before a mark stay where they are.
    for (const match of [...node.data.matchAll(pattern)].reverse()) {
      const found = node.splitText(match.index);
      found.splitText(match[0].length);
      const mark = document.createElement("mark");
      mark.dataset.kbFound = "";
      found.replaceWith(mark);
      mark.append(found);
    }
  }
}

/** Takes back what `highlight` marked in `root`. */
export function unmark(root) {
  for (const mark of root.querySelectorAll("mark[data-kb-found]")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
}
