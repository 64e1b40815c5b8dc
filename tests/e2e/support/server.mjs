/** The production server with a database and a secret of its own, for the journeys. Playwright starts and stops it. */
import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfNeeded, prepare, prepareData } from "../../../scripts/setup/prepare.mjs";
import { begin } from "../../../scripts/setup/run.mjs";
import { readPort, serve } from "../../../scripts/setup/serve.mjs";

const folder = process.env.E2E_FOLDER ?? mkdtempSync(join(tmpdir(), "cardinality-e2e-"));
const env = {
  DATABASE_URL: `file:${join(folder, "journeys.db")}`,
  AUTH_SECRET: randomBytes(32).toString("base64"),
};

await begin(async () => {
  await prepare();
  await prepareData(env);
  await buildIfNeeded();
  return serve({ mode: "start", port: readPort(process.env.E2E_PORT), env, ready: () => {} });
});
