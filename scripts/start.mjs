/**
 * `npm start`: from a fresh clone to a page that answers, with nothing but Node and npm. `--dev`: the same with Next's
 * development server, which builds as pages are asked for.
 */
import { buildIfNeeded, makeDrills, makeProofAssets, prepare, prepareData } from "./setup/prepare.mjs";
import { begin, say } from "./setup/run.mjs";
import { claimPort, readPort, serve } from "./setup/serve.mjs";

const dev = process.argv.includes("--dev");

await begin(async () => {
  const port = await claimPort(readPort(process.env.PORT));
  await prepare();
  await prepareData();
  await (dev ? makeProofAssets().then(makeDrills) : buildIfNeeded());
  return serve({
    mode: dev ? "dev" : "start",
    port,
    ready: () => say(`Cardinality is ready: http://localhost:${port} (Ctrl+C stops it)`),
  });
});
