// Long words break with a hyphen between their parts, also in a browser that knows no rule for
// their language (kb.finish.hyphens). Only a word that is cut gets soft hyphens.

const SOFT = "\u00ad";
const told = document.body.dataset.kbParts?.split(" ") ?? [];
const parts = new Map(told.map((word) => [word.replaceAll("-", ""), word.replaceAll("-", SOFT)]));
const texts = () => document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);

function part() {
  const place = document.createRange();
  for (const text = texts(); text.nextNode(); ) {
    const node = text.currentNode;
    // From the end, so that the places before a word stay where they are.
    for (const { 0: word, index } of [...node.data.matchAll(/\p{L}{15,}/gu)].reverse()) {
      if (!parts.has(word)) continue;
      place.setStart(node, index);
      place.setEnd(node, index + word.length);
      // A word that begins a line has a part of no width at the end of the one before.
      const lines = [...place.getClientRects()].filter((line) => line.width > 0);
      if (new Set(lines.map((line) => line.top)).size > 1)
        node.replaceData(index, word.length, parts.get(word));
    }
  }
}

let waiting = false;
function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    part();
  });
}

if (parts.size) {
  part();
  addEventListener("resize", soon);
  addEventListener("kb:shown", soon);
  addEventListener("toggle", soon, true);
}

// Whoever copies a word wants it whole: the places where it may break go first.
addEventListener("copy", () => {
  const selection = getSelection();
  for (const text = texts(); text.nextNode(); ) {
    const node = text.currentNode;
    if (!node.data.includes(SOFT) || !selection.containsNode(node, true)) continue;
    for (let at = node.length - 1; at >= 0; at -= 1) {
      if (node.data[at] === SOFT) node.deleteData(at, 1);
    }
  }
});
