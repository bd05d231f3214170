// `cargo xtask bench [NAME…]`: a line per figure, `name  value unit  ratio to its limit`, and what explains it below.
import { parseArgs } from "node:util";

import { LIMITS } from "./limits.mjs";
import { MEASURES, isAsked } from "./measure/figures.mjs";
import { goFirst } from "./measure/go-first.mjs";
import { openBrowser } from "./stage/browser.mjs";
import { openHouse } from "./stage/house.mjs";

const { positionals: asked } = parseArgs({ allowPositionals: true });
const chosen = MEASURES.filter(({ names }) => names.some((name) => isAsked(name, asked)));
if (chosen.length === 0) {
  console.error(`There is no figure ${asked.join(", ")}. There are: ${Object.keys(LIMITS).join(", ")}`);
  process.exit(2);
}

if (!goFirst()) console.log("Other programs may be in the way: milliseconds are truer as root, who may go before them.");
const stage = Object.fromEntries(await Promise.all([
  openHouse().then((house) => ["house", house]),
  openBrowser().then((browser) => ["browser", browser]),
]));
try {
  for (const { measure } of chosen) {
    const { values, notes } = await measure(stage);
    for (const name of Object.keys(values).filter((name) => isAsked(name, asked))) print(name, values[name], notes[name]);
  }
} finally {
  await Promise.all([stage.browser.close(), stage.house.close()]);
}

function print(name, value, notes = []) {
  const [most, unit] = LIMITS[name];
  // Of a limit of nothing there is no ratio: anything at all is past it.
  const ratio = most === 0 ? (value === 0 ? "1.00" : "∞") : (value / most).toFixed(2);
  const shown = `${value} ${unit}`;
  console.log(`${name.padEnd(24)} ${shown.padStart(14)}  ${ratio.padStart(5)} of ${most} ${unit}${value > most ? "  OVER" : ""}`);
  for (const note of notes) console.log(`${" ".repeat(26)}${note}`);
}
