// Keeps the site for use without a network, and says when a newer version has been fetched.

const notice = document.querySelector("[data-kb-worker]");

if (notice && "serviceWorker" in navigator && !(navigator.connection && navigator.connection.saveData)) {
  const idle = window.requestIdleCallback || ((then) => setTimeout(then, 2000));
  // The first seconds are the reader's own: fetching the whole site then would slow down every tap.
  const later = (then) => setTimeout(() => idle(then), 4000);
  addEventListener("load", () => later(() => {
    navigator.serviceWorker
      .register(notice.dataset.kbWorker, { updateViaCache: "none" })
      .then(follow)
      .catch(() => {}); // a private window or a full disk: the site works online as before
  }));
}

function follow(registration) {
  offer(registration);
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    if (next) next.addEventListener("statechange", () => offer(registration));
  });
}

function offer(registration) {
  // Without a controller this is the first version, not a newer one.
  if (!registration.waiting || !navigator.serviceWorker.controller || notice.childElementCount) return;
  const text = document.createElement("span");
  text.textContent = notice.dataset.kbText;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = notice.dataset.kbButton;
  button.addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage("activate");
    else location.reload();
  });
  notice.append(text, button);
}
