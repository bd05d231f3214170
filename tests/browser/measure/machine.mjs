// How fast this machine is just now, by a fixed piece of work: a limit in milliseconds was met on some machine, and says
// nothing about the card on a slower one.
import { median } from "./median.mjs";

const RUNS = 9;
// What the work takes, in milliseconds, on the machine on which the limits were set (22 November 2026), as computed: the bare
// route of docs/PERFORMANCE.md answered 58,200 a second there, and 35,400 where the work took 30.
const THERE_MS = 18;

function work() {
  const text = JSON.stringify(Array.from({ length: 20_000 }, (_, number) => ({ number, text: `${number} of many` })));
  return [1, 2, 3, 4, 5].map(() => JSON.parse(text).length);
}

/** How many times slower than that machine this one is; 1 where it is as fast or faster. */
export function slowness() {
  const runs = Array.from({ length: RUNS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return Math.max(1, median(runs) / THERE_MS);
}
