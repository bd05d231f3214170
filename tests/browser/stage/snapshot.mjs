// What a screen reader is given, kept as text that a person can read.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** Compares what a screen reader is given with what was kept in snapshots/; UPDATE_SNAPSHOTS=1 keeps it anew. */
export function sameAsKept(name, snapshot) {
  const file = new URL(`../snapshots/${name}.yml`, import.meta.url);
  const text = `${snapshot}\n`;
  if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(file, text);
  assert.equal(text, readFileSync(file, "utf8"), `${name}: if this is right, run with UPDATE_SNAPSHOTS=1`);
}
