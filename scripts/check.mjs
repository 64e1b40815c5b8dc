/**
 * `npm run check`: everything but the browser and the long tests. `npm run check -- --all` runs those too, `npm run check -- types lint`
 * only what is named.
 */
import { makeDrills, prepare } from "./setup/prepare.mjs";
import { begin, Stop } from "./setup/run.mjs";
import { ALL_CHECKS, CHECKS, clearResults, runSteps, tell } from "./setup/steps.mjs";

const words = process.argv.slice(2);
const asked = words.filter((word) => word !== "--all");
const checks = words.includes("--all") ? ALL_CHECKS : CHECKS;

await begin(async () => {
  const unknown = asked.find((name) => !checks.some((step) => step.name === name));
  if (unknown)
    throw new Stop(`There is no check "${unknown}". There are: ${checks.map(({ name }) => name).join(", ")}.`);
  await prepare();
  // The unit tests of the server read them.
  if (asked.length === 0 || asked.includes("unit")) await makeDrills();
  clearResults();
  return tell(await runSteps(checks.filter(({ name }) => asked.length === 0 || asked.includes(name))));
});
