// Looks through every page, figure and statement of the folder for the beginnings of words.
const MOST = 100;
const KAZAKH = { ә: "а", ғ: "г", қ: "к", ң: "н", ө: "о", ұ: "у", ү: "у", һ: "х", і: "и", ё: "е" };
const fold = (text) => text.toLowerCase().replace(/[әғқңөұүһіё]/g, (letter) => KAZAKH[letter]);
const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

async function find(question) {
  const wanted = words(question);
  const status = document.getElementById("found");
  const list = document.getElementById("results");
  list.replaceChildren();
  status.textContent = "";
  if (wanted.length === 0) return;
  const rows = await (await fetch("search.json")).json();
  const fits = rows.filter(([, text]) => {
    const known = words(text);
    return wanted.every((word) => known.some((other) => other.startsWith(word)));
  });
  status.textContent = fits.length === 0 ? status.dataset.none : `${status.dataset.found} ${fits.length}`;
  for (const [kind, text, file] of fits.slice(0, MOST)) {
    const item = document.createElement("li");
    item.className = "result";
    const line = document.createElement("p");
    const link = document.createElement("a");
    link.href = `../${file}`;
    link.textContent = text;
    line.append(link);
    const label = document.createElement("p");
    label.className = "kind";
    label.textContent = kind;
    item.append(line, label);
    list.append(item);
  }
}

const question = new URLSearchParams(location.search).get("q") ?? "";
const field = document.getElementById("find");
field.value = question;
find(question);
