// Measures some figures and fails where one is past its limit: the same measures and limits that the bench prints.
import assert from "node:assert/strict";

import { LIMITS } from "../limits.mjs";

/** Whether every value is within its limit. */
export function isWithin({ values }) {
  return Object.entries(values).every(([name, value]) => value <= LIMITS[name][0]);
}

/** `t` is the test, which tells the values and their notes also where all is well. */
export function judge(t, { values, notes = {} }) {
  for (const [name, value] of Object.entries(values)) {
    const [most, unit] = LIMITS[name];
    t.diagnostic(`${name}: ${value} ${unit}, at most ${most}`);
    for (const note of notes[name] ?? []) t.diagnostic(`  ${note}`);
  }
  for (const [name, value] of Object.entries(values)) {
    const [most, unit] = LIMITS[name];
    assert.ok(value <= most, `${name} is ${value} ${unit}, and may be ${most}`);
  }
}
