// Starts the real Firefox, the other engine that people have, over WebDriver BiDi: nothing is downloaded for it.
// Playwright calls its BiDi experimental, so its version is pinned: 1.65 asks for `emulation.setMediaFeaturesOverride`,
// which Firefox ESR 153 does not know.
import { existsSync } from "node:fs";

import { firefox } from "playwright-core";

/**
 * Firefox ESR, where the system keeps it or where FIREFOX_BIN says. `scripts: false` is how a person turns scripts off:
 * Firefox knows no such switch for one window.
 */
export function openFirefox({ scripts = true } = {}) {
  const executablePath = process.env.FIREFOX_BIN ?? "/usr/bin/firefox-esr";
  if (!existsSync(executablePath)) {
    throw new Error(`${executablePath} is missing: install firefox-esr, or name Firefox in FIREFOX_BIN`);
  }
  const firefoxUserPrefs = { "javascript.enabled": scripts };
  return firefox.launch({ channel: "moz-firefox", executablePath, firefoxUserPrefs });
}
