// The wall: pictures are asked for as they come into view, and again when the news says that they are new.
"use strict";

const wall = document.getElementById("wall");
const state = document.getElementById("state");
const tools = document.getElementById("tools");
const ways = ["kind", "design", "size", "language"];
const inView = new Set();
const watcher = new IntersectionObserver(seen, { rootMargin: "200px" });

function seen(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) { inView.add(target); show(target); } else inView.delete(target);
  }
}

// The picture that a figure should show; the one that it has stays until the new one is there.
function show(figure) {
  const address = figure.dataset.address;
  if (address && figure.dataset.shown !== address && figure.dataset.asked !== address) {
    figure.dataset.asked = address;
    picture(`picture/${address}`, figure.firstElementChild.dataset.alt).then(
      (image) => now(figure, address, (current) => {
        current.dataset.shown = address;
        put(current, "picture", image);
      }),
      () => now(figure, address, (current) => {
        delete current.dataset.asked;
        current.dataset.broken = "yes";
      }),
    );
  }
  for (const over of ["safe", "texts"]) lay(figure, over, address);
}

// The figure as it hangs now, for the wall may have been renewed, if it still wants what was asked for.
function now(figure, address, work) {
  const current = document.getElementById(figure.id);
  if (current?.dataset.address === address) work(current);
}

function lay(figure, over, address) {
  const wanted = tools.querySelector(`[value=${over}]`).checked;
  const old = figure.querySelector(`.${over}`);
  if (!wanted) old?.remove();
  else if (address && old?.dataset.of !== address) {
    picture(`${over}/${address}`, "").then((image) => now(figure, address, (current) => {
      image.dataset.of = address;
      put(current, over, image);
    }), () => old?.remove()); // what is no layout has no boxes
  }
}

async function picture(source, alt) {
  const image = new Image();
  image.alt = alt;
  image.src = source;
  await image.decode();
  return image;
}

function put(figure, name, image) {
  const sheet = figure.firstElementChild;
  image.className = name === "picture" ? name : `over ${name}`;
  const old = sheet.querySelector(`.${name}`);
  if (old) old.replaceWith(image); else if (name === "picture") sheet.querySelector(".phone").after(image); else sheet.append(image);
}

// News: new addresses of some figures, to be shown at once; without any, all of the wall may be new.
function hear({ data }) {
  const addresses = Object.entries(JSON.parse(data));
  for (const [id, address] of addresses) {
    const figure = document.getElementById(id);
    if (!figure) continue;
    figure.dataset.address = address;
    figure.dataset.broken = "no";
    if (inView.has(figure)) show(figure);
  }
  soon();
}

let waiting = 0;
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(renew, 150);
}

async function renew() {
  const answer = await fetch("wall");
  if (!answer.ok) return;
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = document.adoptNode(parsed.body); // a picture that came into another document would be asked for anew
  const open = wall.querySelector("details")?.open;
  const focused = document.activeElement?.closest?.("figure")?.id;
  for (const figure of fresh.querySelectorAll("figure")) keep(figure);
  watcher.disconnect();
  inView.clear();
  wall.replaceChildren(...fresh.childNodes);
  if (open) wall.querySelector("details")?.setAttribute("open", "");
  arrange();
  if (focused) document.getElementById(focused)?.querySelector("a")?.focus({ preventScroll: true });
}

// What a figure shows already goes on being shown.
function keep(figure) {
  const old = document.getElementById(figure.id);
  if (!old) return;
  for (const image of old.querySelectorAll(".sheet img")) figure.firstElementChild.append(image);
  for (const name of ["shown", "asked"]) if (old.dataset[name]) figure.dataset[name] = old.dataset[name];
}

// Figures under the headings that they are sorted by, those that are sifted out hidden.
function arrange() {
  const by = tools.elements.sort.value;
  const figures = [...wall.querySelectorAll("figure")];
  const values = [...new Set(figures.map((figure) => figure.dataset[by]))];
  const groups = values.map((value) => group(by, value, figures.filter((figure) => figure.dataset[by] === value)));
  for (const old of wall.querySelectorAll(".group")) old.remove();
  document.getElementById("news").after(...groups);
  choices(figures);
  sift();
  for (const figure of figures) watcher.observe(figure);
  const { broken, checked } = document.getElementById("news").dataset;
  wall.classList.toggle("broken", broken === "yes");
  say(broken === "yes" ? "This save cannot be read." : checked === "yes" ? "All is checked." : "Checking what is not in view …");
}

function say(words) {
  if (state.textContent !== words) state.textContent = words;
}

function group(by, value, figures) {
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  const room = document.createElement("div");
  heading.id = `group-${by}-${value}`.replace(/[^\w-]+/g, "-");
  heading.textContent = value;
  section.className = "group";
  section.setAttribute("aria-labelledby", heading.id);
  room.className = "figures";
  room.append(...figures);
  section.append(heading, room);
  return section;
}

function choices(figures) {
  for (const way of ways) {
    const select = tools.elements[way];
    const values = [...new Set(figures.map((figure) => figure.dataset[way]))];
    const options = [["", "all"], ...values.map((value) => [value, value])];
    if (options.map(String).join() === [...select.options].map((o) => [o.value, o.text]).map(String).join()) continue;
    const chosen = select.value;
    select.replaceChildren(...options.map(([value, text]) => new Option(text, value, false, value === chosen)));
  }
}

function sift() {
  for (const figure of wall.querySelectorAll("figure")) {
    figure.hidden = ways.some((way) => tools.elements[way].value && tools.elements[way].value !== figure.dataset[way]);
  }
  for (const section of wall.querySelectorAll(".group")) section.hidden = !section.querySelector("figure:not([hidden])");
}

tools.addEventListener("submit", (event) => event.preventDefault());
tools.addEventListener("change", ({ target }) => {
  if (target.name === "sort") arrange();
  else if (target.name === "width") document.body.dataset.width = target.value;
  else if (target.name === "over") for (const figure of inView) show(figure);
  else sift();
});

document.body.dataset.width = tools.elements.width.value;
arrange();
const news = new EventSource("events");
news.onmessage = hear;
news.onerror = () => say("The preview has ended. Start it again to see what is new.");
