// Opens the real office and the real embedding pages for a test file, and can pull the server's plug.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const BUILT = fileURLToPath(new URL("../../../target/debug/house", import.meta.url));
const OPENS_WITHIN_MS = 60_000;

/**
 * Opens a house on `sql` or `redis`: `{server, demo, officer, admin, kill(), start(), publish(), edition(), surveys(), close()}`. `settings`
 * are the office's; `publish` gives the name of an edition of the quarter before this one, `edition` has one wait,
 * `surveys` has three surveys wait.
 */
export async function openHouse(queue = "sql", settings = {}) {
  const program = process.env.HOUSE_BIN ?? BUILT;
  if (!existsSync(program)) throw new Error(`${program} is missing: build it with \`cargo build --workspace\``);
  const set = Object.entries(settings).flatMap(([key, value]) => ["--set", `${key}=${JSON.stringify(value)}`]);
  const child = spawn(program, ["--queue", queue, ...set], { stdio: ["pipe", "pipe", "inherit"] });
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  const hear = async (what) => {
    let timer;
    const late = new Promise((_, refuse) => {
      timer = setTimeout(() => refuse(new Error(`the house did not say ${what} in time`)), OPENS_WITHIN_MS);
    });
    const { value, done } = await Promise.race([said.next(), late]).finally(() => clearTimeout(timer));
    if (done) throw new Error(`the house ended before it said ${what}`);
    return value;
  };
  const ask = async (order, answer) => {
    child.stdin.write(`${order}\n`);
    const heard = await hear(answer);
    if (heard !== answer) throw new Error(`the house was asked to ${order} and said ${heard}`);
  };
  const publish = async () => {
    child.stdin.write("publish\n");
    return (await hear("what it published")).replace("published ", "");
  };
  const close = async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
    child.stdin.end();
    await ended;
  };

  try {
    const addresses = JSON.parse(await hear("where it is"));
    const [kill, start, edition, surveys] = [["kill", "killed"], ["start", "started"], ["edition", "prepared"], ["surveys", "imported"]]
      .map(([order, answer]) => () => ask(order, answer));
    return { ...addresses, kill, start, edition, surveys, publish, close };
  } catch (error) {
    child.kill();
    throw error;
  }
}
