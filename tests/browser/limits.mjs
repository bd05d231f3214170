// What a card may cost a person and the page it is on. The bench compares with these, and the tests fail past them.

/** Figure: [the most it may be, its unit]. Bytes are bodies as they travel, compressed as the server compresses them. */
export const LIMITS = {
  "card.host-page.bytes": [1_500, "B"],
  "card.host-page.requests": [1, "requests"],
  "card.usable": [12_000, "B"],
  "card.opened.en": [75_000, "B"],
  "card.opened.fr": [75_000, "B"],
  "card.layout-shift": [0, "CLS"],
  "card.longest-task": [20, "ms"],
  // On a machine as fast as that on which it was met; on a slower one the test allows as much more (measure/machine.mjs).
  "card.open-to-usable": [150, "ms"],
};
