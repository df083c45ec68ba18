// What every page's scripts share.

/** Lets scripts of the site's own folder be loaded by address, and no other: the policy asks for a
 * name to stand by every such address (Trusted Types). */
const ownScript = (address) => {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError(address);
  return url.href;
};
globalThis.kbScript = globalThis.trustedTypes
  ? (
      (policy) => (address) =>
        policy.createScriptURL(address)
    )(trustedTypes.createPolicy("kb", { createScriptURL: ownScript }))
  : ownScript;

// A change of language keeps the place on the page: headings have the same ids in both. So does a
// change on the page of results, whose query stands in the same place.
const keepAnchor = () => {
  for (const link of document.querySelectorAll("[data-kb-language]")) link.hash = location.hash;
};
addEventListener("hashchange", keepAnchor);
addEventListener("kb:moved", keepAnchor);
keepAnchor();

// Whoever copies a long word wants it whole: the places where it may break go first.
document.addEventListener("copy", () => {
  const selection = getSelection();
  if (!selection.rangeCount) return;
  const text = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (text.nextNode()) {
    const node = text.currentNode;
    if (!selection.containsNode(node, true)) continue;
    for (let at = node.length - 1; at >= 0; at -= 1) {
      if (node.data[at] === "\u00ad") node.deleteData(at, 1);
    }
  }
});
