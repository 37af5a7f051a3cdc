// The same as benchmarks/contest.py: the task, timed, and the last result kept to be looked at.
import { writeFileSync } from "node:fs";

/** Print CPU ms and bytes an item, as JSON; the first `warm` items are done before the clock starts. */
export async function timed(items, work, keep, warm = 0) {
  for (const item of items.slice(0, warm)) await work(item);
  const start = process.cpuUsage();
  const made = [];
  for (const item of items.slice(warm)) made.push(await work(item));
  const used = process.cpuUsage(start);
  writeFileSync(keep, made.at(-1));
  const bytes = made.reduce((sum, one) => sum + one.length, 0) / made.length;
  console.log(JSON.stringify({ ms: (used.user + used.system) / 1000 / made.length, bytes }));
}
