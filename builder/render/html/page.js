"use strict";
{
  const root = document.documentElement;
  const editions = [...document.querySelectorAll("main > article")];
  const status = document.getElementById("status");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const noted = { language: "start-here.language", colors: "start-here.colors" };
  let shown = editions[0];

  const word = (key) => shown.getAttribute(`data-${key.replaceAll("_", "-")}`);

  // Cleared first, so that the same words are heard again.
  function say(text) {
    status.textContent = "";
    setTimeout(() => { status.textContent = text; }, 60);
  }

  // A browser may forbid a page from a folder to remember anything.
  function remember(name, value) {
    try { localStorage.setItem(name, value); } catch { /* it is asked again next time */ }
  }
  function recall(name) {
    try { return localStorage.getItem(name); } catch { return null; }
  }

  // Languages: one edition at a time.
  const links = [...document.querySelectorAll(".languages a")];
  const editionOf = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)))?.closest("article");

  function show(edition) {
    shown = edition;
    for (const one of editions) one.hidden = one !== shown;
    for (const logo of document.querySelectorAll("[data-of]")) {
      logo.toggleAttribute("hidden", !logo.dataset.of.split(" ").includes(shown.id));
    }
    root.lang = shown.lang;
    root.dir = shown.dir;
    document.title = shown.dataset.title;
    document.querySelector(".skip").href = `#${shown.id}-files`;
    document.querySelector(".skip").textContent = word("start_skip");
    document.querySelector(".languages")?.setAttribute("aria-label", word("language"));
    for (const link of links) {
      if (link.hash === `#${shown.id}`) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    // The page's own words may be in another language than the edition that they are shown with.
    for (const one of document.querySelectorAll(".skip, .languages, #colors, #status")) {
      one.lang = shown.dataset.words;
    }
    nameColors();
  }
  function first() {
    const wanted = [recall(noted.language), ...navigator.languages].map((tag) => tag?.split("-")[0]);
    const spoken = wanted.map((tag) => editions.find((one) => one.lang.split("-")[0] === tag));
    return editionOf(location.hash) ?? spoken.find(Boolean) ?? editions[0];
  }
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      show(editionOf(link.hash));
      remember(noted.language, shown.lang);
      say(link.textContent);
    });
  }
  addEventListener("hashchange", () => {
    const edition = editionOf(location.hash);
    if (edition && edition !== shown) {
      show(edition);
      document.getElementById(decodeURIComponent(location.hash.slice(1))).scrollIntoView();
    }
  });

  // Colours: those of the system until the reader chooses others.
  const colors = document.getElementById("colors");
  const dark = () => (root.dataset.colors ?? (night.matches ? "dark" : "light")) === "dark";
  function nameColors() {
    colors.textContent = word(dark() ? "start_light" : "start_dark");
  }
  if (["dark", "light"].includes(recall(noted.colors))) root.dataset.colors = recall(noted.colors);
  colors.hidden = false;
  colors.addEventListener("click", () => {
    root.dataset.colors = dark() ? "light" : "dark";
    remember(noted.colors, root.dataset.colors);
    nameColors();
  });
  night.addEventListener("change", nameColors);

  // Copying: by the clipboard, else by an older way, else by hand.
  function copiedBySelection(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copiedBySelection(text);
    }
  }
  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const done = await copied(source.textContent);
    button.focus();
    if (!done) getSelection().selectAllChildren(source);
    const label = document.createTreeWalker(button, NodeFilter.SHOW_TEXT).nextNode();
    button.dataset.label ??= label.data;
    label.data = word(done ? "start_copied" : "start_no_copy");
    say(label.data);
    clearTimeout(button.dataset.timer);
    button.dataset.timer = setTimeout(() => { label.data = button.dataset.label; }, 4000);
  }
  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }

  // Sizes: the gallery shows each image in the size chosen.
  function narrow(section, size) {
    const cards = [...section.querySelectorAll(".card")];
    for (const card of cards) fit(card, size);
    const number = (count) => count.toLocaleString(shown.lang);
    const kept = cards.filter((card) => !card.hidden).length;
    say(word("start_shown").replace("{n}", number(kept)).replace("{all}", number(cards.length)));
  }
  function fit(card, size) {
    const files = [...card.querySelectorAll(".files li")];
    for (const file of files) file.hidden = Boolean(size) && file.dataset.size !== size;
    const kept = files.filter((file) => !file.hidden);
    card.hidden = kept.length === 0;
    const fold = card.querySelector("details");
    if (fold) fold.open = Boolean(size);
    const image = card.querySelector("img");
    image.dataset.usual ??= JSON.stringify([image.getAttribute("src"), image.width, image.height]);
    if (size && kept.length) {
      setPicture(image, [kept[0].querySelector("a").getAttribute("href"), kept[0].dataset.width, kept[0].dataset.height]);
    } else {
      setPicture(image, JSON.parse(image.dataset.usual));
    }
  }
  function setPicture(image, [source, width, height]) {
    image.setAttribute("width", width);
    image.setAttribute("height", height);
    image.setAttribute("src", source);
    image.parentElement.classList.toggle("broad", Number(width) > Number(height));
  }
  for (const filter of document.querySelectorAll(".filter")) {
    filter.hidden = false;
    filter.addEventListener("change", (event) => narrow(filter.closest("section"), event.target.value));
  }

  // Events: those of a day, a place and an audience; one that names none is for everybody.
  function choose(section, choices) {
    const events = [...section.querySelectorAll(".event")];
    const fits = (event, { dataset, value }) => !value || (event.dataset[dataset.by] ?? value).split(" ").includes(value);
    for (const event of events) event.hidden = !choices.every((choice) => fits(event, choice));
    for (const day of section.querySelectorAll(".events-of-day")) day.hidden = !day.querySelector(".event:not([hidden])");
    const number = (count) => count.toLocaleString(shown.lang);
    const kept = events.filter((event) => !event.hidden).length;
    section.querySelector(".none").hidden = kept > 0;
    say(word("start_events_shown").replace("{n}", number(kept)).replace("{all}", number(events.length)));
  }
  for (const group of document.querySelectorAll(".choices")) {
    group.hidden = false;
    group.addEventListener("change", () => choose(group.closest("section"), [...group.querySelectorAll("select")]));
  }

  // What is in the pack: folded where it would fill the window of a phone.
  const roomy = matchMedia("(min-width: 40rem)");
  function foldParts() {
    for (const fold of document.querySelectorAll(".parts details")) fold.open = roomy.matches;
  }
  roomy.addEventListener("change", foldParts);
  foldParts();

  // In a folder, browsers open what they could download: not in place of this page, then.
  if (location.protocol === "file:") {
    for (const link of document.querySelectorAll("a[download], .actions a, .button")) link.target = "_blank";
    for (const note of document.querySelectorAll(".local")) note.hidden = false;
  }

  // Paper shows what is folded, and images that nobody has scrolled to yet.
  addEventListener("beforeprint", () => {
    for (const image of shown.querySelectorAll("img")) image.loading = "eager";
    for (const fold of shown.querySelectorAll("details:not([open])")) fold.open = fold.dataset.folded = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details[data-folded]")) {
      fold.open = false;
      delete fold.dataset.folded;
    }
  });

  show(first());
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
