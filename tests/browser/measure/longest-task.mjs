// How long the script on somebody's page keeps that page from answering, told from the browser's own trace.
import assert from "node:assert/strict";

import { openWindow } from "../stage/browser.mjs";
import * as card from "../stage/card.mjs";
import { median, tenths } from "./median.mjs";

const SLOWER = 4;
const RUNS = 7;
const SCRIPT = ["EvaluateScript", "FunctionCall", "v8.compile"];
const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"];

/**
 * The most time that the loader takes in one task of the host page, from the page's load until the card has been taken
 * over, on a processor four times slower.
 *
 * The card is on another site than the page, so it has a process of its own and none of its work counts here. The time
 * is the processor's time for the main thread, times four: the browser's own throttling counts what other programs take
 * as well, and doubles on a busy machine.
 */
export async function longestTask({ house, browser }) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await loaderTasks(house, browser));
  const longest = median(runs.map((tasks) => Math.max(...tasks.map(({ loader }) => loader))));
  const whole = median(runs.map((tasks) => Math.max(...tasks.map(({ whole }) => whole))));
  const notes = [
    `median of ${RUNS} runs; ${tenths(longest / SLOWER)} ms on this machine`,
    `${tenths(whole)} ms for the longest task that the loader has a part in, with what the page and the browser do in it`,
  ];
  return { values: { "card.longest-task": tenths(longest) }, notes: { "card.longest-task": notes } };
}

async function loaderTasks(house, browser) {
  const page = await openWindow(browser);
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace;
  try {
    await page.goto(`${house.demo.replace("127.0.0.1", "localhost")}/plain`);
    await page.locator("comment-card a").focus();
    await page.keyboard.press("Enter");
    const frame = card.frameOf(page.locator("comment-card"));
    await card.untilTakenOver(frame);
    await card.untilItFits(frame);
  } finally {
    trace = JSON.parse(await browser.stopTracing()).traceEvents;
    await page.context().close();
  }
  return tasksOf(trace, `${house.server}/embed/feedback.js`);
}

/** Each task that runs the script of this address: the script's part of it and the whole, in milliseconds, slowed. */
function tasksOf(trace, address) {
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(trace.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(thread));
  const onMain = trace.filter((event) => event.ph === "X" && main.has(thread(event)));
  const scripts = outermost(onMain.filter(({ name, args }) => SCRIPT.includes(name) && args.data?.url === address));
  assert.equal(new Set(scripts.map(thread)).size, 1, "the loader runs on the main thread of the host page");
  const holds = (task, event) => thread(task) === thread(event) && task.ts <= event.ts && event.ts < task.ts + task.dur;
  return outermost(onMain.filter(({ name }) => name === "RunTask")).flatMap((task) => {
    const parts = scripts.filter((script) => holds(task, script));
    const loader = parts.reduce((total, { tdur }) => total + tdur, 0);
    return parts.length ? [{ loader: (loader * SLOWER) / 1000, whole: (task.tdur * SLOWER) / 1000 }] : [];
  });
}

/** Without the events that lie inside another of them. */
function outermost(events) {
  return events.filter((event) => !events.some((other) => other !== event && other.pid === event.pid
    && other.tid === event.tid && other.ts <= event.ts && event.ts + event.dur <= other.ts + other.dur));
}
