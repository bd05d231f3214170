// Measures the thread of a page as the browser's own tracing sees it. Playwright runs scripts of its own in every page it
// knows, so that this opens one behind its back and speaks to the browser itself.

const CATEGORIES = ["toplevel", "devtools.timeline", "v8", "disabled-by-default-devtools.timeline"];

/** Opens a page that nothing is injected into: `{goTo, run, until, press, longestTask, close}`. */
export async function openBarePage(browser) {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send("Target.createBrowserContext");
  const { targetId } = await session.send("Target.createTarget", { url: "about:blank", browserContextId, width: 1280, height: 900 });
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map();
  let asked = 0;
  session.on("Target.receivedMessageFromTarget", (told) => {
    const { id, result, error } = JSON.parse(told.message);
    const [resolve, reject] = waiting.get(id) ?? [];
    if (error) reject?.(new Error(error.message));
    else resolve?.(result);
  });
  const send = (method, params = {}) => new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, [resolve, reject]);
    session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: asked, method, params }) }).catch(reject);
  });
  /** The value of an expression in the page; of its promise, if it is one. */
  const run = async (expression) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  };
  const until = async (expression) => {
    for (const end = Date.now() + 15_000; Date.now() < end;) {
      if (await run(`Boolean(${expression})`)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited in vain until ${expression}`);
  };
  const goTo = async (url) => {
    await send("Page.navigate", { url });
    await until(`location.href === ${JSON.stringify(url)} && document.readyState === "complete"`);
  };
  /** Presses the middle of what this expression gives, with the mouse. */
  const press = async (expression) => {
    const [x, y] = await run(`(({ x, y, width, height }) => [x + width / 2, y + height / 2])(${expression}.getBoundingClientRect())`);
    for (const type of ["mousePressed", "mouseReleased"]) {
      await send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    }
  };
  /** The longest task on the page's thread while `act` runs, so many times slowed down: `{ms, what}`. */
  const longestTask = async (slowdown, act) => {
    await send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const events = [];
    const take = ({ value }) => events.push(...value);
    session.on("Tracing.dataCollected", take);
    await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
    // A mark of our own tells the page's thread from all others.
    await run("console.timeStamp('the page')");
    await act();
    const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
    await session.send("Tracing.end");
    await ended;
    session.off("Tracing.dataCollected", take);
    return longestOf(events);
  };
  const close = () => session.send("Target.disposeBrowserContext", { browserContextId });
  return { goTo, run, until, press, longestTask, close };
}

function longestOf(events) {
  const mark = events.find(({ name, args }) => name === "TimeStamp" && args?.data?.message === "the page");
  if (!mark) throw new Error("the trace has no mark of the page's thread");
  const here = events.filter(({ pid, tid, ph, ts }) => ph === "X" && pid === mark.pid && tid === mark.tid && ts > mark.ts);
  const tasks = here.filter(({ name }) => name.endsWith("RunTask"));
  const longest = tasks.reduce((most, task) => (time(task) > time(most) ? task : most));
  const within = here.filter((one) => one !== longest && one.ts >= longest.ts && one.ts + one.dur <= longest.ts + longest.dur);
  const told = within.sort((a, b) => time(b) - time(a)).slice(0, 4);
  return { ms: time(longest) / 1000, what: told.map((one) => `${one.name} ${(time(one) / 1000).toFixed(1)}`).join(", ") };
}

/** What the processor spent on it, in microseconds: other programs on the machine do not count. */
const time = (event) => event.tdur ?? event.dur;
