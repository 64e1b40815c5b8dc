/** What must stand before the program runs: packages, the database client, the build. */

import { makeIfChanged } from "./fingerprint.mjs";
import { installIfNeeded, requireNode } from "./install.mjs";
import { run, runPackage, Stop, say } from "./run.mjs";

const BUILD_FOLDER = process.env.NEXT_DIST_DIR ?? ".next";

/** Everything that `next build` reads; content is read by pages that are made while building. */
const SOURCES = [
  "app",
  "components",
  "content",
  "lib",
  "public/proof/assets.json",
  "public/review-worker.js",
  "prisma/schema.prisma",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Packages and the generated database client. */
export async function prepare() {
  requireNode();
  await installIfNeeded();
  await makeIfChanged({
    stamp: "lib/server/generated/.made-from",
    paths: ["prisma/schema.prisma", "package-lock.json", "scripts/database-generate.mjs"],
    make: async () => {
      const { code, output } = await run(process.execPath, ["scripts/database-generate.mjs"]);
      if (code !== 0) throw new Stop(`The database client could not be made from prisma/schema.prisma:\n${output}`);
    },
  });
}

/** PostgreSQL as the browser fetches it. */
export async function makeProofAssets() {
  await makeIfChanged({
    stamp: "public/proof/.made-from",
    paths: ["node_modules/@electric-sql/pglite/package.json", "scripts/proof-assets.ts", "lib/proof/pglite.ts"],
    make: async () => {
      const { code, output } = await run(process.execPath, ["--import", "tsx", "scripts/proof-assets.ts"]);
      if (code !== 0) throw new Stop(`PostgreSQL for the browser could not be made ready:\n${output.trim()}`);
    },
  });
}

/** The drills: read by the program, so that no page waits for the grader to make them. */
export async function makeDrills() {
  const rooms = ["design", "notation", "scenario", "align", "access", "rubric", "drills"];
  await makeIfChanged({
    stamp: "lib/server/generated/drills/.made-from",
    paths: ["content/scenarios", "scripts/drills-made.ts", ...rooms.map((room) => `lib/${room}`)],
    make: async () => {
      say("Making the drills, once for each change of the scenarios; half a minute or so …");
      const { code, output } = await run(process.execPath, ["--import", "tsx", "scripts/drills-made.ts"]);
      if (code !== 0) throw new Stop(`The drills could not be made from content/scenarios:\n${output.trim()}`);
    },
  });
}

/** `next build`, where there is no build or the sources changed since. */
export async function buildIfNeeded() {
  await makeProofAssets();
  await makeDrills();
  await makeIfChanged({
    stamp: `${BUILD_FOLDER}/made-from`,
    paths: SOURCES,
    make: async () => {
      say("Building, once for each change of the sources; half a minute or so …");
      const { code, output } = await runPackage("next", ["build"], { env: { NODE_ENV: "production" } });
      if (code !== 0)
        throw new Stop(`${output}\nThe build failed: its own words are above (next build, exit ${code}).`);
    },
  });
}

/** Makes the secret and brings the database up to date. @param {import("./run.mjs").Environment} [env] */
export async function prepareData(env) {
  const { code, output } = await run(process.execPath, ["--import", "tsx", "scripts/database-migrate.ts"], { env });
  if (code !== 0) throw new Stop(`The database could not be made ready:\n${output.trim()}`);
}
