// Measures some figures and fails where one is past its limit: the same measures and limits that the bench prints.
import assert from "node:assert/strict";

import { LIMITS } from "../limits.mjs";

/** Whether every value is within its limit; one in time may be longer on a machine that is so many times slower. */
export function isWithin({ values, slower = 1 }) {
  return Object.entries(values).every(([name, value]) => value <= LIMITS[name][0] * slower);
}

/** `t` is the test, which tells the values and their notes also where all is well. */
export function judge(t, { values, notes = {}, slower = 1 }) {
  for (const [name, value] of Object.entries(values)) {
    const [most, unit] = LIMITS[name];
    t.diagnostic(`${name}: ${value} ${unit}, at most ${most}`);
    for (const note of notes[name] ?? []) t.diagnostic(`  ${note}`);
  }
  for (const [name, value] of Object.entries(values)) {
    const [most, unit] = LIMITS[name];
    assert.ok(value <= most * slower, `${name} is ${value} ${unit}, and may be ${most}, ${slower} times as much here`);
  }
}
