// A real OpenID Connect provider on this machine: whoever types a name in its form is that person.
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Provider } from "oidc-provider";

const SECRET = "a secret between the two";

/**
 * Opens a provider that has a port and says nothing yet: `{issuer, secretFile, knows(office, people, options), close()}`. `people` are by
 * the name that they sign in with; what is there of each is what it says of them, and may change meanwhile.
 */
export async function openProvider() {
  let answer = (_, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${server.address().port}`;

  /** From now on it knows this office; with keys of its own that are others each time. */
  const knows = (office, people, { isTold = false } = {}) => {
    const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
    const provider = new Provider(issuer, {
      clients: [{
        client_id: "office", client_secret: SECRET, redirect_uris: [`${office}/sign-in/organization/return`],
      }],
      jwks: { keys: [{ ...key, use: "sig", alg: "RS256" }] },
      claims: { openid: ["sub"], profile: ["name", "preferred_username", "groups"] },
      // Whether all of it stands in the token, or is told only to who asks.
      conformIdTokenClaims: !isTold,
      findAccount: (_, id) => people[id] && { accountId: id, claims: () => ({ sub: `subject-of-${id}`, ...people[id] }) },
      cookies: { keys: ["for this test only"] },
    });
    answer = provider.callback();
  };
  const folder = mkdtempSync(join(tmpdir(), "provider-"));
  const secretFile = join(folder, "secret.txt");
  writeFileSync(secretFile, `${SECRET}\n`, { mode: 0o600 });
  const close = async () => {
    rmSync(folder, { recursive: true });
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { issuer, secretFile, knows, close };
}

/** Signs in there, as its own form asks. */
export async function signInThere(page, name) {
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill("whatever");
  await page.locator('button[type="submit"]').click();
  await page.getByRole("button", { name: "Continue" }).click();
}
