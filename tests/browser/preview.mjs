// The preview while its spec is saved: what is seen, by whom, and what another page can do.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { axe, withBrowser } from "./browser.mjs";

const [address, spec] = process.argv.slice(2);
const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
const good = await readFile(spec, "utf8");

async function violations(page) {
  await page.evaluate(axe.source);
  const found = await page.evaluate((rules) => axe.run(document, { rules }), rules);
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

const drawn = (page, rest = "") => page.waitForSelector(`figure[data-design="message"]${rest} img.picture`);
const source = (page) => page.$eval("figure[data-design='message'] img.picture", (image) => image.src);

async function until(holds) {
  for (let tries = 0; !holds() && tries < 300; tries++) await new Promise((done) => setTimeout(done, 100));
}

async function hostile() {
  const server = createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<!doctype html><title>Other</title>"));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return [server, `http://127.0.0.1:${server.address().port}/`];
}

await withBrowser(spec, async (open) => {
  for (const width of [320, 1440]) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await open({ viewport: { width, height: 900 }, colorScheme }, "", address);
      await page.waitForSelector("figure img.picture");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      assert.deepEqual(await violations(page), [], `${width} ${colorScheme}`);
      await page.context().close();
    }
  }

  const page = await open({ viewport: { width: 1440, height: 900 } }, "", address);
  await page.selectOption("select[name=kind]", "social");
  await drawn(page);
  await page.waitForFunction(() => document.getElementById("state").textContent === "All is checked.");
  await page.waitForFunction(() => ![...document.querySelectorAll("figure[data-asked]")].some((each) => each.dataset.asked !== each.dataset.shown));

  // A save shows the new picture, and what has not changed is not asked for again.
  const before = await source(page);
  const asked = [];
  page.on("request", (request) => { if (request.url().includes("/picture/")) asked.push(request.url()); });
  await writeFile(spec, good.replace("Stop and listen", "Stop then listen"));
  await page.waitForFunction((before) => document.querySelector("figure[data-design='message'] img.picture").src !== before, before);
  await until(() => asked.length >= 2); // the card's two sizes, one after the other
  await page.waitForTimeout(500);
  assert.equal(asked.length, 2);
  assert.equal(new Set(asked).size, 2);

  // A broken one keeps the picture, greyed, below its fault; the next one mends it.
  const kept = await source(page);
  await writeFile(spec, good.replace("theme: {", "theme: {{"));
  await page.waitForSelector("main.broken .faults");
  assert.match(await page.textContent(".faults"), /packs\/2024\.yaml:\d+:\d+/);
  assert.equal(await source(page), kept);
  assert.equal(await page.$eval("main.broken figure img", (image) => getComputedStyle(image).filter), "grayscale(1)");
  assert.deepEqual(await violations(page), [], "broken");
  await writeFile(spec, good);
  await page.waitForSelector("main:not(.broken)");

  // All of it by keyboard: to the pictures, a wider view, what lies over them.
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  const reached = new Set();
  for (let last = ""; last !== "A"; ) {
    await page.keyboard.press("Tab");
    const [tag, name, outline] = await page.evaluate(() => {
      const at = document.activeElement;
      return [at.tagName, `${at.name} ${at.type === "checkbox" ? at.value : ""}`, getComputedStyle(at).outlineStyle];
    });
    if (tag !== "A") reached.add(name);
    assert.equal(outline, "solid", `${name} shows that it has the focus`);
    last = tag;
  }
  const controls = await page.$$eval("input, select", (all) => all.map((each) => `${each.name} ${each.type === "checkbox" ? each.value : ""}`));
  assert.deepEqual([...reached], [...new Set(controls)]); // a group of radio buttons is one stop, and the order that of the page
  await page.focus("[name=width][value=fit]");
  await page.keyboard.press("ArrowRight");
  await drawn(page, "[data-size=link]");
  assert.equal(await page.$eval("figure[data-size=link] .sheet img", (image) => Math.round(image.clientWidth)), 390);
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.$eval("figure[data-size=link] .sheet img", (image) => image.clientWidth), 1200);
  await page.focus("[name=over][value=texts]");
  await page.keyboard.press("Space");
  await page.waitForSelector("figure:not([hidden]) img.texts");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => !document.querySelector("img.texts"));
  await page.focus("select[name=size]");
  await page.keyboard.type("instagram-square");
  assert.equal(await page.evaluate(() => document.querySelectorAll("figure:not([hidden])").length), 1);
});

// Another page, on another port of this machine, can neither read nor write, nor show any of it.
const [server, other] = await hostile();
await withBrowser(spec, async (open) => {
  const context = (await open({}, "", other)).context();
  const page = await context.newPage();
  await page.goto(other);
  const before = await readFile(spec, "utf8");
  const tried = await page.evaluate(async (address) => {
    const tries = [fetch(address), fetch(`${address}wall`, { method: "POST", body: "x" }), fetch(`${address}wall`, { mode: "no-cors" }), fetch(`${address}wall`, { mode: "no-cors", method: "POST", body: "x" })];
    const seen = await Promise.allSettled(tries.map(async (each) => (await (await each).text()).length));
    const shown = (name, source) => new Promise((done) => {
      const element = document.createElement(name);
      element.onload = () => done(`${name} loaded ${element.naturalWidth ?? ""}`);
      element.onerror = () => done("");
      element.src = source;
      document.body.append(element);
    });
    return { read: seen.filter((each) => each.value).length, image: await shown("img", `${address}icon.svg`), script: await shown("script", `${address}wall.js`) };
  }, address);
  assert.deepEqual(tried, { read: 0, image: "", script: "" });
  await page.setContent(`<iframe src="${address}"></iframe>`);
  await page.waitForTimeout(500);
  const inside = await Promise.all(page.frames().slice(1).map((frame) => frame.content().catch(() => "")));
  assert(!inside.some((html) => html.includes("figure")));
  assert.equal(await readFile(spec, "utf8"), before);
}).catch((error) => {
  // That the browser complains of what is refused is no fault; whatever else went wrong is.
  if (!Array.isArray(error.actual)) throw error;
});
server.close();
