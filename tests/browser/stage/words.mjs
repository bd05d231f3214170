// Reads the product's own sentences, so that a better wording breaks no test.
import { readFileSync } from "node:fs";

const CATALOGUES = new URL("../../../ombudsman-server/src/words/", import.meta.url);

/** The sentences of a language, as a function from an id, and values for its places, to the sentence. */
export function words(language) {
  const text = readFileSync(new URL(`${language}.ftl`, CATALOGUES), "utf8");
  const sentences = new Map([...text.matchAll(/^([a-z][\w-]*) = (.+(?:\n +.+)*)$/gm)].map(([, id, sentence]) => [id, sentence]));
  return (id, values = {}) => {
    if (!sentences.has(id)) throw new Error(`${language}.ftl has no sentence ${id}`);
    return chosen(sentences.get(id), values)
      .replace(/\{ *"\\u([0-9A-F]{4})" *\}/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\{ *\$(\w+) *\}/g, (_, name) => values[name]);
  };
}

/** The variant of a sentence that its value chooses, or the one for all others. */
function chosen(sentence, values) {
  const by = /^\{ \$(\w+) ->/.exec(sentence)?.[1];
  if (!by) return sentence;
  const variants = new Map([...sentence.matchAll(/^ +(\*?)\[(\w+)\] (.+)$/gm)].flatMap(([, star, key, text]) => (
    star ? [[key, text], ["*", text]] : [[key, text]])));
  return variants.get(values[by]) ?? variants.get("*");
}

export const en = words("en");
export const fr = words("fr");
