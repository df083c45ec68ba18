// Keeps the site for use without a network; says when a newer version has been fetched, when the
// copy is old, and when the site behind it has moved or gone.

const notice = document.querySelector("[data-kb-worker]");
const workers = notice && navigator.serviceWorker;
const OLD = 14; // days
const DAY = 86_400_000; // milliseconds

if (workers) {
  const idle = window.requestIdleCallback || ((then) => setTimeout(then, 2000));
  // The first seconds are the reader's own: fetching the whole site then would slow down every tap.
  const later = (then) => setTimeout(() => idle(then), 4000);
  workers.addEventListener("message", ({ data }) => hear(data));
  addEventListener("load", () => later(keep));
}

async function keep() {
  const saves = navigator.connection && navigator.connection.saveData;
  const { controller } = workers;
  if (controller) {
    controller.postMessage("look");
    if (!saves) controller.postMessage("complete");
  }
  try {
    const path = notice.dataset.kbWorker;
    // Who saves data gets no copy, but may have one from before.
    const registration = await (saves
      ? workers.getRegistration()
      : workers.register(path, { updateViaCache: "none" }));
    if (registration) follow(registration);
  } catch { /* a private window or a full disk: the site works online as before */ }
}

function follow(registration) {
  const look = () => {
    // Without a controller this is the first version, not a newer one.
    if (registration.waiting && workers.controller) offer(registration);
  };
  look();
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    if (next) next.addEventListener("statechange", look);
  });
}

function offer(registration) {
  say([notice.dataset.kbText], notice.dataset.kbButton, () => {
    const { waiting } = registration;
    if (!waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("activate");
  });
}

/** What the worker tells of the copy that this page comes from. */
function hear({ since, fate, left }) {
  const words = notice.dataset;
  if (left) location.reload();
  if (left === false) notice.firstChild.textContent = words.kbOffline;
  if (fate === "left") say([words.kbText], words.kbButton, () => location.reload());
  if (!since || fate === "left" || notice.childElementCount) return;
  const days = Math.floor((Date.now() - since) / DAY);
  const said = [words[{ moved: "kbMoved", gone: "kbGone" }[fate]], days >= OLD && words.kbOld.replace("{days}", days)];
  if (said.some(Boolean)) say(said.filter(Boolean), words.kbDrop, () => workers.controller.postMessage("leave"));
}

function say(sentences, label, act) {
  const text = document.createElement("span");
  text.textContent = sentences.join(" ");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.addEventListener("click", act);
  notice.replaceChildren(text, button);
}
