// Keeps the site for use without a network; says when a newer version has been fetched, when the
// copy is old, and when the site behind it has moved or gone.

const notice = document.querySelector("[data-kb-worker]");
const workers = notice && navigator.serviceWorker;
const OLD = 14; // days
const DAY = 86_400_000; // milliseconds
let words = null; // what can be said, label -> text; only a page out of the copy has anything to say

if (workers) {
  const idle = window.requestIdleCallback || ((then) => setTimeout(then, 2000));
  // The first seconds are the reader's own: fetching the whole site then would slow down every tap.
  const later = (then) => setTimeout(() => idle(then), 4000);
  workers.addEventListener("message", ({ data }) => hear(data));
  addEventListener("load", () => later(keep));
}

async function keep() {
  const saves = navigator.connection?.saveData;
  const { controller } = workers;
  const path = notice.dataset.kbWorker;
  try {
    if (controller) {
      // Fetched before there is a newer worker: while the one before has a request to answer,
      // Chromium lets none take over.
      const answer = await fetch(new URL("offline.json", new URL(path, location)));
      words = (await answer.json())[document.documentElement.lang];
      controller.postMessage("look");
      if (!saves) controller.postMessage("complete");
    }
    // Who saves data gets no copy, but may have one from before.
    const registration = await (saves
      ? workers.getRegistration()
      : workers.register(kbScript(path), { updateViaCache: "none" }));
    if (registration) follow(registration);
  } catch {
    /* a private window or a full disk: the site works online as before */
  }
}

function follow(registration) {
  const look = () => {
    // Without a controller this is the first version, not a newer one.
    if (registration.waiting && words) offer(registration);
  };
  look();
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    if (next) next.addEventListener("statechange", look);
  });
}

function offer(registration) {
  tell(["newer-version"], "newer-version-show", () => {
    const { waiting } = registration;
    if (!waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("activate");
  });
}

/** What the worker tells of the copy that this page comes from. */
function hear({ since, fate, left }) {
  if (left) location.reload();
  if (left === false) tell(["copy-offline"]);
  if (fate === "left") tell(["newer-version"], "newer-version-show", () => location.reload());
  if (!since || fate === "left" || notice.childElementCount) return;
  const days = Math.floor((Date.now() - since) / DAY);
  const said = [];
  if (fate) said.push("copy-" + fate);
  if (days >= OLD) said.push("copy-old");
  if (said.length) tell(said, "copy-drop", () => workers.controller.postMessage("leave"), days);
}

/** Shows sentences and a button. */
function tell(sentences, label, act, days) {
  const text = document.createElement("span");
  text.textContent = sentences.map((name) => words[name].replace("{days}", days)).join(" ");
  if (!act) return notice.firstChild.replaceWith(text);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words[label];
  button.addEventListener("click", act);
  notice.replaceChildren(text, button);
}
