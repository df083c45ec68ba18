// A change of language keeps the place on the page: headings have the same ids in both.
const keepAnchor = () => {
  for (const link of document.querySelectorAll("[data-kb-language]")) link.hash = location.hash;
};
addEventListener("hashchange", keepAnchor);
keepAnchor();
