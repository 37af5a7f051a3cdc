// What two parsers of JavaScript read in calendar files: for each file and entry, when it starts and ends, in UTC.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const [modules, ...files] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const nodeIcal = require("node-ical");
const { default: ICAL } = await import(require.resolve("ical.js"));

const utc = (moment) => new Date(moment).toISOString();

// The rules that the file itself tells, not those that the library may know.
function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return calendar.getAllSubcomponents("vevent").map((entry) => {
    const event = new ICAL.Event(entry);
    return [event.uid, event.summary, utc(event.startDate.toJSDate()), utc(event.endDate.toJSDate())];
  });
}
function byNodeIcal(text) {
  const entries = Object.values(nodeIcal.sync.parseICS(text)).filter((entry) => entry.type === "VEVENT");
  return entries.map((entry) => [entry.uid, entry.summary, utc(entry.start), utc(entry.end ?? entry.start)]);
}

const read = files.map((file) => {
  const text = readFileSync(file, "utf-8");
  return { "ical.js": byIcalJs(text), "node-ical": byNodeIcal(text) };
});
process.stdout.write(JSON.stringify(read));
