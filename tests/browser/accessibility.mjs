// Every rule of axe-core on the page, in each language, in light and dark colours, narrow and wide.
// Two of these go together in each language, in the next the other two: nothing in the page hangs on all three.

import assert from "node:assert/strict";
import { axe, withBrowser } from "./browser.mjs";

// `--without=RULE,RULE` leaves rules out, for pages that show colours as a brand has them.

const [file, ...given] = process.argv.slice(2);
const editions = given.filter((word) => !word.startsWith("--"));
const without = given.filter((word) => word.startsWith("--without=")).flatMap((word) => word.slice(10).split(","));
const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !without.includes(ruleId) }]));

// By all rules, or by these alone of those that are not left out.
async function violations(page, only = Object.keys(rules)) {
  await page.evaluate(axe.source);
  const asked = Object.fromEntries(Object.entries(rules).map(([id, { enabled }]) => [id, { enabled: enabled && only.includes(id) }]));
  const found = await page.evaluate((rules) => axe.run(document, { rules, resultTypes: ["violations"] }), asked);
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

function plantFault() {
  const policy = document.querySelector("meta[http-equiv]").content; // what is blocked would be told as well
  const source = policy.includes("img-src data:") ? "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" : "a.png";
  const heading = document.querySelector("article:not([hidden]) h2, main h2");
  heading.insertAdjacentHTML("afterend", `<h5>Fault</h5><img src='${source}'>`);
}

function plantLongWord() {
  for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
    heading.textContent = "Schwangerschaftskonfliktberatungsstellen";
  }
}

// The title is set as large as its longest word has room; only on the narrowest screens that is too small to be read.
function partedWord() {
  const title = document.querySelector("article:not([hidden]) h1")?.firstChild;
  for (const { 0: word, index } of title?.data?.matchAll(/\S+/g) ?? []) {
    const range = document.createRange();
    range.setStart(title, index);
    range.setEnd(title, index + word.length);
    if (range.getClientRects().length > 1) return word;
  }
  return null;
}

// A long name of a part leaves room for how much it holds, in a narrow column too.
async function longPart(page) {
  const cut = await page.evaluate(() => {
    const part = document.querySelector("article:not([hidden]) .parts a");
    for (const words of part?.children ?? []) words.textContent = "Veranstaltungen";
    return part && part.scrollWidth > part.clientWidth;
  });
  assert(!cut, "the count of a part is cut off");
}

await withBrowser(file, async (open) => {
  for (const [number, edition] of editions.entries()) {
    for (const [turn, width] of [320, 1440].entries()) {
      const colorScheme = ["light", "dark"][(number + turn) % 2];
      const page = await open({ viewport: { width, height: 900 }, colorScheme }, `#${edition}`);
      await page.evaluate(() => { for (const fold of document.querySelectorAll("details")) fold.open = true; });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
      if (width > 320) assert.equal(await page.evaluate(partedWord), null, `${edition}: a line parts a word of the title`);
      assert.deepEqual(await violations(page), [], `${edition} ${width} ${colorScheme}`);
      await page.evaluate(plantLongWord);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${edition}: a long word`);
      await page.context().close();
    }
  }
  const page = await open();
  await longPart(page);
  await page.evaluate(plantFault);
  const planted = ["heading-order", "image-alt"];
  const seen = (await violations(page, planted)).map((violation) => violation.split(":")[0]);
  for (const rule of planted) assert(seen.includes(rule), `axe-core misses ${rule}`);
});
