// The one file that speaks Material's worker protocol. Engine side: runs in a worker.
import { createSearch } from "./search.js";
import { escapeHtml } from "./text.js";

/** Messages of Material's search, and one of our own. */
export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;
export const FAILED = 4;

/** Answers messages sent to `scope`, a worker: SETUP with `{index, kinds}` fetches the index,
 * QUERY with the text is answered by RESULT with what Material's result list shows. */
export function serve(scope, language) {
  let [search, kinds] = [null, {}];
  scope.addEventListener("message", async ({ data: { type, data } }) => {
    if (type === SETUP) {
      kinds = data.kinds;
      try {
        const response = await fetch(data.index, { cache: "no-cache" });
        if (!response.ok) throw new Error(String(response.status));
        search = createSearch(await response.json(), language);
        scope.postMessage({ type: READY });
      } catch (error) {
        scope.postMessage({ type: FAILED, data: String(error) });
      }
    } else if (type === QUERY) {
      // Material's list has no place for what is only perhaps of use.
      const items = search(data).filter(({ maybe }) => !maybe).map((result) => [item(result, kinds)]);
      scope.postMessage({ type: RESULT, data: { items, query: data } });
    }
  });
}

/** A result as Material shows it: one link, whose text is HTML. */
function item({ url, kind, score, title, excerpt, section, words }, kinds) {
  const name = kinds[kind] ? '<span class="kb-result__kind">' + kinds[kind] + "</span>" : "";
  const place = section ? '<span class="kb-result__section">' + section.heading + "</span>" : "";
  // Where the link leads within its page, and what is marked there, for search/page/page.js.
  const within = 'data-kb-section="' + (section ? section.id : "") + '" data-kb-words="' + escapeHtml(words.join(" ")) + '"';
  return {
    location: url,
    title,
    score,
    text: '<p class="kb-result__where" ' + within + ">" + name + place + "</p><p>" + excerpt + "</p>",
    terms: {}, // Material would put them into the link's address, and so into the server's log
  };
}
