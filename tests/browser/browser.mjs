// A page opened as a partner opens it, by a double click in a folder; or as a website shows it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../.ci/package.json", import.meta.url));
const { chromium } = require("playwright-core");
export const axe = require("axe-core");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

// Runs `work` with a function that opens the page, at a fragment of its address or on another site.
// Fails if the page asks for anything but what lies beside it, or if the browser complains.
export async function withBrowser(file, work) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  const troubles = [];
  try {
    await work(async (options = {}, fragment = "", site = pathToFileURL(file).href) => {
      const context = await browser.newContext({ locale: "en-GB", acceptDownloads: true, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(120_000); // a busy machine takes long to check a pack; what never comes still fails
      listen(page, new URL(site), troubles);
      await page.goto(site + fragment);
      return page;
    });
    assert.deepEqual(troubles, []);
  } finally {
    await browser.close();
  }
}

function listen(page, site, troubles) {
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    const missing = /ERR_FILE_NOT_FOUND|404/.test(message.text()); // parts of a pack lack images
    if (message.type() === "error" && !missing) troubles.push(message.text());
  });
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== "data:" && (protocol !== site.protocol || host !== site.host)) troubles.push(`asked for ${request.url()}`);
  });
}
