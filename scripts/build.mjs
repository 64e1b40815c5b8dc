/** `npm run build`: what `npm start` would build, without serving it. */
import { buildIfNeeded, prepare } from "./setup/prepare.mjs";
import { begin } from "./setup/run.mjs";

await begin(async () => {
  await prepare();
  await buildIfNeeded();
});
