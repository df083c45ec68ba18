// The page's side of the worker: fetches engine and index only when they are wanted, keeps what was
// typed meanwhile, and tries again after a failure.

const PATIENCE = 30_000; // milliseconds, for a slow line

export class SearchClient {
  /** `start` makes the worker; `index` is the address of what it reads; `show` hears how it goes:
   * its state (idle, loading, found, none, failed), the results, and the query they are of.
   * @param {() => Worker} start
   * @param {string} index
   * @param {(state: string, results: object[], query: string) => void} show */
  constructor(start, index, show) {
    Object.assign(this, {
      start,
      index,
      show,
      real: null,
      ready: false,
      query: "",
      situations: [],
    });
  }

  /** Fetch the engine and the index, if that has not been done. */
  warm() {
    if (this.real) return;
    try {
      this.real = this.start();
    } catch {
      this.#fail();
      return;
    }
    this.timer = setTimeout(() => this.#fail(), PATIENCE);
    this.real.addEventListener("message", ({ data }) => this.#hear(data));
    this.real.addEventListener("error", () => this.#fail());
    this.real.postMessage({ index: this.index });
  }

  /** Ask for what is typed; the answer comes by `show`. */
  ask(query) {
    this.query = query;
    if (!query.trim()) {
      this.show("idle", [], query);
      return;
    }
    this.warm();
    if (this.ready) this.real.postMessage({ query });
    else if (this.real) this.show("loading", [], query);
  }

  #hear({ ready, start, failed, query, results }) {
    if (ready) {
      clearTimeout(this.timer);
      this.ready = true;
      this.situations = start;
      this.ask(this.query);
    } else if (failed !== undefined) {
      this.#fail();
    } else if (query === this.query) {
      this.show(results.length ? "found" : "none", results, query);
    }
  }

  #fail() {
    clearTimeout(this.timer);
    this.real?.terminate();
    this.real = null;
    this.ready = false;
    // Failing while nothing was asked is nobody's concern: the next keystroke tries again.
    if (this.query.trim()) this.show("failed", [], this.query);
  }
}
