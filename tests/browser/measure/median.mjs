// The middle of several values, because a machine is never alone with a measure.

/** The median; of an even number the upper of the two in the middle, so that nothing looks better than it was. */
export function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

/** Milliseconds as people read them. */
export function tenths(milliseconds) {
  return Math.round(milliseconds * 10) / 10;
}
