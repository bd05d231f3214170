// Whether the machine is free enough for a speed to mean anything.
import { cpus } from "node:os";

const SAMPLE_MS = 200;
const FREE_ENOUGH = 0.7;

/** Waits until the machine has a quiet moment, or until the time `end`; whether it had one. */
export async function untilQuiet(end) {
  do if ((await freeShare()) >= FREE_ENOUGH) return true; while (Date.now() < end);
  return false;
}

async function freeShare() {
  const before = spent();
  await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  const after = spent();
  return (after.idle - before.idle) / (after.all - before.all);
}

function spent() {
  const times = cpus().map(({ times }) => times);
  const sum = (pick) => times.reduce((total, one) => total + pick(one), 0);
  return { idle: sum(({ idle }) => idle), all: sum((one) => Object.values(one).reduce((total, part) => total + part, 0)) };
}
