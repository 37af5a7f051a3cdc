// Each button and choice of the page, pressed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { basename, dirname, join } from "node:path";
import { withBrowser } from "./browser.mjs";

const [file, first, second] = process.argv.slice(2);

// What Ctrl+V gives.
async function pasted(page) {
  const other = await page.context().newPage();
  await other.setContent("<textarea></textarea>");
  await other.locator("textarea").focus();
  await other.keyboard.press("Control+V");
  const text = await other.locator("textarea").inputValue();
  await other.close();
  return text;
}

async function copies(page, selector) {
  const button = page.locator(`#${first} ${selector}`).first();
  const words = await page.locator(`#${await button.getAttribute("data-copy")}`).textContent();
  await button.focus();
  await page.keyboard.press("Enter");
  const said = await page.locator(`#${first}`).getAttribute("data-start-copied");
  await page.locator("#status", { hasText: said }).waitFor({ state: "attached" });
  assert(await button.evaluate((it) => it === document.activeElement), "the focus stays on the button");
  assert((await button.textContent()).startsWith(said));
  assert.equal(await pasted(page), words);
}

async function copying(open) {
  for (const selector of [".wording .copy", ".card .copy", ".closing .copy"]) {
    const page = await open();
    await copies(page, selector);
    await page.context().close();
  }
}

async function copyingWithoutClipboard(open) {
  const page = await open();
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await copies(page, ".wording .copy");
  await page.evaluate(() => { document.execCommand = () => false; });
  const button = page.locator(`#${first} .card .copy`).first();
  await button.click();
  const words = await page.locator(`#${await button.getAttribute("data-copy")}`).textContent();
  assert.equal(await page.evaluate(() => getSelection().toString()), words, "the words are selected at least");
  const said = await page.locator(`#${first}`).getAttribute("data-start-no-copy");
  await page.locator("#status", { hasText: said }).waitFor({ state: "attached" });
}

async function shownEditions(page) {
  return page.locator("main > article:visible").evaluateAll((all) => all.map((one) => one.id));
}

async function languages(open) {
  const page = await open();
  assert.deepEqual(await shownEditions(page), [first]);
  await page.locator(`.languages a[href="#${second}"]`).press("Enter");
  assert.deepEqual(await shownEditions(page), [second]);
  const article = page.locator(`#${second}`);
  for (const name of ["lang", "dir"]) {
    assert.equal(await page.locator("html").getAttribute(name), await article.getAttribute(name));
  }
  assert.equal(await page.title(), await article.getAttribute("data-title"));
  assert.equal(await page.locator(".languages [aria-current]").getAttribute("href"), `#${second}`);
  assert.equal(await page.locator(".skip").getAttribute("href"), `#${second}-files`);
  await page.reload();
  assert.deepEqual(await shownEditions(page), [second], "the choice is remembered");
  const linked = await open({}, `#${second}-posts`);
  assert.deepEqual(await shownEditions(linked), [second], "a link into an edition shows it");
}

// The logo of the colours stands in the middle of the bar, beside the buttons.
async function aligned(page) {
  const middle = async (it) => { const box = await it.boundingBox(); return box.y + box.height / 2; };
  const [logo, bar] = [page.locator(".bar > .logo:visible"), page.locator(".bar")];
  assert.equal(await logo.count(), 1);
  assert(Math.abs(await middle(logo) - await middle(bar)) < 2);
}

async function colors(open) {
  const page = await open({ colorScheme: "light" });
  await aligned(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [light, button] = [await paper(), page.locator("#colors")];
  const name = await button.textContent();
  await button.press("Space");
  const dark = await paper();
  assert.notEqual(dark, light);
  assert.notEqual(await button.textContent(), name);
  await page.reload();
  assert.equal(await paper(), dark, "the choice is remembered");
  await button.click();
  assert.equal(await paper(), light);
  const night = await open({ colorScheme: "dark" });
  assert.equal(await night.evaluate(() => getComputedStyle(document.body).backgroundColor), dark);
  await aligned(night);
}

// From a folder, a browser saves what it cannot show, and shows the rest in a tab of its own.
async function downloads(open) {
  const page = await open();
  const { link, path } = await linkTo(page, ".rows a[download][href$='.csv']");
  const [download] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
  await isFile(download, path);
  const image = await linkTo(page, ".card a[download][href^=email]");
  const [tab] = await Promise.all([page.context().waitForEvent("page"), image.link.press("Enter")]);
  await tab.waitForURL((url) => url.href.endsWith(image.path));
  assert.match(page.url(), /start-here\.html/, "the page stays");
  assert(await page.locator(".local:visible").count());
}

async function downloadsFromWebsite(open) {
  const server = createServer(async (request, response) => {
    const path = join(dirname(file), decodeURIComponent(new URL(request.url, "http://site").pathname));
    const type = path.endsWith(".html") ? "text/html" : "image/png";
    await readFile(path).then((data) => response.setHeader("Content-Type", type).end(data), () => response.writeHead(404).end());
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    const page = await open({}, "", `http://127.0.0.1:${server.address().port}/${basename(file)}`);
    const { link, path } = await linkTo(page, ".card a[download][href^=email]");
    const [download] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
    await isFile(download, path);
    assert.equal(await page.locator(".local:visible").count(), 0);
    await page.locator(".card img[src^=email]:visible").first().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector(".card img[src^=email]").naturalWidth > 0);
    await page.context().close();
  } finally {
    server.close();
  }
}

async function linkTo(page, selector) {
  const link = page.locator(`#${first} ${selector}`).first();
  return { link, path: await link.getAttribute("href") };
}

async function isFile(download, path) {
  assert.equal(download.suggestedFilename(), basename(path));
  assert.deepEqual(await readFile(await download.path()), await readFile(join(dirname(file), path)));
}

// Whoever chooses sees what fits, each day that has something, and how much it is; by the keyboard alone.
async function events(open) {
  const page = await open();
  const section = page.locator(`#${first}-events`);
  const all = await section.locator(".event").count();
  const place = section.locator("select[data-by=place]");
  await place.focus();
  await page.keyboard.press("ArrowDown");
  const kept = await section.locator(`.event[data-place="${await place.inputValue()}"]`).count();
  assert(kept > 0 && kept < all);
  const said = await page.locator(`#${first}`).getAttribute("data-start-events-shown");
  const text = said.replace("{n}", kept).replace("{all}", all);
  await page.locator("#status", { hasText: text }).waitFor({ state: "attached" });
  assert.equal(await section.locator(".event:visible").count(), kept);
  assert.equal(await section.locator(".events-of-day:visible").count(), await section.locator(".events-of-day:has(.event:visible)").count());
  const open_to_all = await section.locator(".event:not([data-audience])").count();
  await place.selectOption("");
  await section.locator("select[data-by=audience]").selectOption({ index: 1 });
  assert(await section.locator(".event:not([data-audience]):visible").count() === open_to_all && open_to_all > 0);
  const day = section.locator("select[data-by=day] option");
  await section.locator("select[data-by=day]").selectOption({ index: (await day.count()) - 1 });
  await place.selectOption({ index: 1 });
  assert.equal(await section.locator(".event:visible").count(), 0);
  assert(await section.locator(".none").isVisible(), "that nothing fits is said");
  for (const choice of await section.locator("select").all()) await choice.selectOption("");
  assert.equal(await section.locator(".event:visible").count(), all);
  const bare = await open({ javaScriptEnabled: false });
  assert.equal(await bare.locator(`#${first}-events .event:visible`).count(), all, "without the script all are there");
  assert.equal(await bare.locator(`#${first}-events .choices:visible`).count(), 0);
}

async function sizes(open) {
  const page = await open();
  const section = page.locator(`#${first}-social`);
  const all = await section.locator(".card:visible").count();
  await section.locator("select").selectOption("x-header");
  const kept = await section.locator(".card:visible").count();
  assert(kept > 0 && kept < all);
  assert.equal(await section.locator(".files li:visible").count(), kept);
  assert.match(await section.locator(".card:visible img").first().getAttribute("src"), /_x-header_/);
  await page.locator("#status", { hasText: `${kept}` }).waitFor({ state: "attached" });
  await section.locator("select").selectOption("");
  assert.equal(await section.locator(".card:visible").count(), all);
  assert.doesNotMatch(await section.locator(".card img").first().getAttribute("src"), /_x-header_/);
}

async function keyboard(open) {
  const page = await open();
  await page.keyboard.press("Tab");
  assert(await page.locator(".skip:focus").isVisible());
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate((id) => document.getElementById(id).contains(document.activeElement), `${first}-files`);
  assert(inside, "after skipping, the next stop is among the files");
}

async function withoutScript(open) {
  const page = await open({ javaScriptEnabled: false });
  assert.deepEqual(await shownEditions(page), [first, second]);
  assert.equal(await page.locator("button:visible, select:visible").count(), 0);
  await page.locator(`.languages a[href="#${second}"]`).click();
  assert(page.url().endsWith(`#${second}`));
}

await withBrowser(file, async (open) => {
  const parts = [copying, copyingWithoutClipboard, languages, colors, downloads, downloadsFromWebsite, sizes, events];
  parts.push(keyboard, withoutScript);
  for (const part of parts) {
    await part(open);
    console.log(`${part.name}: ok`);
  }
});
