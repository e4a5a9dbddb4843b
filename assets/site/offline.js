// Asks the browser to keep the folder; sends a reader at the front door to her own language.
const root = document.currentScript.dataset.root;
if ("serviceWorker" in navigator && location.protocol !== "file:") {
  navigator.serviceWorker.register(`${root}worker.js`).catch(() => {});
}
if (document.body.hasAttribute("data-front")) {
  const wish = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => ["kk", "ru", "en"].includes(tag));
  location.replace(`${wish ?? "en"}/index.html`);
}
