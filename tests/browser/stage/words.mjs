// Reads the product's own sentences, so that a better wording breaks no test.
import { readFileSync } from "node:fs";

const CATALOGUES = new URL("../../../ombudsman-server/src/words/", import.meta.url);

/** The sentences of a language, as a function from an id, and values for its places, to the sentence. */
export function words(language) {
  const text = readFileSync(new URL(`${language}.ftl`, CATALOGUES), "utf8");
  const sentences = new Map([...text.matchAll(/^([a-z][\w-]*) = (.+)$/gm)].map(([, id, sentence]) => [id, sentence]));
  return (id, values = {}) => {
    if (!sentences.has(id)) throw new Error(`${language}.ftl has no one-line sentence ${id}`);
    return sentences.get(id).replace(/\{ *\$(\w+) *\}/g, (_, name) => values[name]);
  };
}

export const en = words("en");
export const fr = words("fr");
