// Stands in for the search worker until a reader goes for the search.
//
// Material starts its worker on every page. This one looks like a worker to Material, but fetches
// engine and index only when they are wanted, keeps what was typed meanwhile, and tries again
// after a failure.

const [SETUP, READY, QUERY, RESULT, FAILED] = [0, 1, 2, 3, 4];
const PATIENCE = 30000; // milliseconds, for a slow line

export class LazyWorker extends EventTarget {
  /** `start` makes the real worker; `setup` is what it is told first; `onState` hears how it
   * goes: idle, loading, found, none, failed. */
  constructor(start, setup, onState) {
    super();
    Object.assign(this, { start, setup, onState, real: null, ready: false, query: "" });
  }

  /** Say to Material that queries may come; called when it has the worker and can listen. */
  open() {
    setTimeout(() => this.#tell({ type: READY }));
    return this;
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
    this.real.postMessage({ type: SETUP, data: this.setup });
  }

  /** What Material sends. */
  postMessage({ type, data }) {
    if (type !== QUERY) return;
    this.query = data;
    if (!data.trim()) {
      this.#show([], "idle");
      return;
    }
    this.warm();
    if (this.ready) this.real.postMessage({ type: QUERY, data });
    else if (this.real) this.onState("loading");
  }

  #hear(message) {
    if (message.type === READY) {
      clearTimeout(this.timer);
      this.ready = true;
      if (this.query.trim()) this.real.postMessage({ type: QUERY, data: this.query });
    } else if (message.type === FAILED) {
      this.#fail();
    } else if (message.type === RESULT && message.data.query === this.query) {
      this.#show(message.data.items, message.data.items.length ? "found" : "none");
    }
  }

  #fail() {
    clearTimeout(this.timer);
    this.real?.terminate();
    this.real = null;
    this.ready = false;
    // Failing while nothing was asked is nobody's concern: the next keystroke tries again.
    if (this.query.trim()) this.#show([], "failed");
  }

  #show(items, state) {
    this.#tell({ type: RESULT, data: { items } });
    this.onState(state);
  }

  #tell(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}
