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

// Whoever follows a link to a change, where all are listed, wants to read it.
const unfold = () => {
  const change = document.getElementById(location.hash.slice(1));
  if (change?.matches(".kb-changes--whole > li")) change.querySelector("details").open = true;
};
addEventListener("hashchange", unfold);
unfold();
