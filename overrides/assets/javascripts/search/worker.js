// The engine's side of the search: runs in a worker, and speaks plain data.
//
// To it: {index} (an address) once, then {query} as often as one is asked. From it: {ready, start},
// where `start` lists the situations for who has typed nothing; {failed}; {query, results}.
import { createSearch } from "./search.js";

/** Answers messages sent to `scope`, a worker, in a language (fi.js, en.js). */
export function serve(scope, language) {
  let search = null;
  scope.addEventListener("message", async ({ data: { index, query } }) => {
    if (index !== undefined) {
      try {
        const response = await fetch(index, { cache: "no-cache" });
        if (!response.ok) throw new Error(String(response.status));
        const data = await response.json();
        search = createSearch(data, language);
        scope.postMessage({ ready: true, start: search.start });
      } catch (error) {
        scope.postMessage({ failed: String(error) });
      }
    } else {
      scope.postMessage({ query, results: search(query) });
    }
  });
}
