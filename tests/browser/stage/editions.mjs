// Publishes a quarter that is over, as the office does: cards are imported, one member has it prepared, another approves.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { openWindow, until } from "./browser.mjs";
import { signIn } from "./office.mjs";
import { en } from "./words.mjs";

const PROGRAM = fileURLToPath(new URL("../../../target/debug/ombudsman-server", import.meta.url));
const SECOND = { name: "second-publisher", password: "quiet-lagoon-hazel" };
const FEWEST = 10;
const COLUMNS = ["overall", "drivers.timeliness", "drivers.knowledge", "drivers.courtesy", "drivers.fairness", "drivers.outcome"];
const MORE = ["achieved", "expectations", "ideal", "trust"];

/** Runs a command of the office. */
function run(house, args, input = "") {
  const running = promisify(execFile)(PROGRAM, ["--config", house.settings, ...args]);
  running.child.stdin.end(input);
  return running;
}

/** Hires the member who approves what the house's publisher had prepared, and signs them in. */
export async function hirePublisher(browser, house) {
  await run(house, ["staff", "add", "--name", SECOND.name, "--role", "publisher", "--password-stdin"], SECOND.password);
  const page = await openWindow(browser);
  await signIn(page, house.server, SECOND);
  return page;
}

/** Adds so many services of one organisation to the register: `{organisation}-1`, `{organisation}-2` and so on; of a kind, if one is named. */
export async function addServices(house, organisation, many, kind = "") {
  const row = (number) => ["2025-2026", `${organisation}${number}`, `Service number ${number}`, `Service numéro ${number}`,
    organisation, "Office of Samples | Bureau des exemples", `${organisation}-${number}`, kind].join(",");
  const head = "fiscal_yr,service_id,service_name_en,service_name_fr,owner_org,owner_org_title,service_slug,service_kind";
  const file = join(dirname(house.settings), `${organisation}.csv`);
  writeFileSync(file, [head, ...Array.from({ length: many }, (_, place) => row(place + 1))].join("\n"));
  await run(house, ["import", "services", file]);
}

/** The first day of a month in a quarter that is over, so many quarters back: `{day, quarter}`. */
export function quarterBack(back) {
  const now = new Date();
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 3 * back, 1));
  return { day: day.toISOString().slice(0, 10), quarter: `${day.getUTCFullYear()}-Q${Math.floor(day.getUTCMonth() / 3) + 1}` };
}

/**
 * Publishes the quarter that was so many back. `cards` are `[service, ratings, how many]`; the ratings stand as on the card:
 * overall, time, knowledge, courtesy, fairness, outcome, and perhaps what was achieved, expectations, the ideal, trust. Ten and more about a service are a multiple of five, which is what
 * the edition says then. `page` is the window of who approves.
 */
export async function publish(page, house, back, cards) {
  const { day, quarter } = quarterBack(back);
  const rows = cards.flatMap(([service, ratings, many]) => Array(many).fill([service, "compliment", "en", "web", ...ratings, ...MORE.slice(ratings.length - COLUMNS.length).map(() => ""), day].join(",")));
  const file = join(dirname(house.settings), `${quarter}.csv`);
  writeFileSync(file, [["service", "intent", "language", "channel", ...COLUMNS, ...MORE, "received_at"].join(","), ...rows].join("\n"));
  await run(house, ["import", "cards", file]);
  const totals = new Map();
  for (const [service, , many] of cards) totals.set(service, (totals.get(service) ?? 0) + many);
  await until(`every card of ${quarter} is counted`, async () => {
    if (!(await prepared(house, quarter))) return false;
    const csv = await (await page.request.get(`${house.server}/publish/editions/${quarter}.1/results.csv`)).text();
    return [...totals].every(([service, many]) => many < FEWEST || hasAnswers(csv, service, many));
  });
  await page.goto(`${house.server}/publish/editions?lang=en`);
  // Unoptimised, it reads and holds every number of a large edition first.
  await page.getByRole("button", { name: en("editions-approve") }).click({ timeout: 60_000 });
  await page.getByText(en("editions-nothing-waits")).waitFor();
  return quarter;
}

/** Has an edition prepared; it cannot be before the first card is counted. */
async function prepared(house, quarter) {
  return run(house, ["edition", "prepare", quarter, "--by", house.publisher.name]).then(() => true, (refused) => {
    if (refused.stderr.includes("nobody rated a service")) return false;
    throw refused;
  });
}

/** Whether an edition's table says that so many rated the service as a whole. */
function hasAnswers(csv, service, many) {
  return csv.split("\r\n").map((line) => line.split(",")).some(([, of, channel, language, item, ...rest]) => (
    of === service && channel === "all" && language === "all" && item === "overall" && rest[8] === String(many)));
}
