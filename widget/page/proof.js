// Computes the proof that is asked for where very many cards come from one network: ALTCHA's proof of work, version 2.
// It tries counters until the key that is derived from one begins as it should. The browser derives keys beside the page's
// own thread, so that nothing a person does waits for it.

const ALGORITHM = "PBKDF2/SHA-256";
// More tries than anybody should need: 256 in the mean.
const TRIES_MOST = 10_000;
const AT_ONCE = 8;

const bytesOf = (hex) => Uint8Array.from(hex.match(/../g), (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The solution of a challenge, as the server takes it; fails where it cannot be computed. */
export async function solve(challenge) {
  const { algorithm, cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters;
  if (algorithm !== ALGORITHM) throw new Error(algorithm);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations: cost };
  const derive = async (counter) => {
    const password = new Uint8Array([...bytesOf(nonce), 0, 0, 0, 0]);
    new DataView(password.buffer).setUint32(password.length - 4, counter);
    const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(derivation, key, keyLength * 8)));
    return { counter, derivedKey };
  };
  for (let first = 0; first < TRIES_MOST; first += AT_ONCE) {
    const tried = await Promise.all(Array.from({ length: AT_ONCE }, (_, more) => derive(first + more)));
    const solution = tried.find(({ derivedKey }) => derivedKey.startsWith(keyPrefix));
    if (solution) return btoa(JSON.stringify({ challenge, solution }));
  }
  throw new Error("not found");
}
