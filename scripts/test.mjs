/** `npm test`: all of `npm run check -- --all`, then the journeys in a real browser on the production build. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./setup/browser.mjs";
import { buildIfNeeded, makeDrills, prepare } from "./setup/prepare.mjs";
import { begin, runPackage } from "./setup/run.mjs";
import { claimPort } from "./setup/serve.mjs";
import { ALL_CHECKS, clearResults, countBrowser, runStep, runSteps, tell } from "./setup/steps.mjs";

/** A database, a secret and a port of its own, so that nothing of the person's is touched. @param {Promise<string>} browser */
async function journeys(browser) {
  const folder = mkdtempSync(join(tmpdir(), "cardinality-e2e-"));
  try {
    const env = { CHROMIUM_PATH: await browser, E2E_PORT: String(await claimPort(0)), E2E_FOLDER: folder };
    await buildIfNeeded();
    return await runPackage("@playwright/test", ["test"], { env, command: "playwright" });
  } catch (error) {
    return { code: 1, output: error instanceof Error ? error.message : String(error), ms: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await begin(async () => {
  await prepare();
  // Where one must be fetched, that waits for the network more than for the processor: it goes on beside the checks.
  const browser = findBrowser();
  browser.catch(() => {
    // Told by the journeys, which need it.
  });
  await makeDrills();
  clearResults();
  const results = await runSteps(ALL_CHECKS);
  const start = () => journeys(browser);
  results.push(await runStep({ name: "browser", says: "journeys in the browser", start, count: countBrowser }));
  return tell(results);
});
