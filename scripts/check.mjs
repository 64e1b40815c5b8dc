/** `npm run check`: everything but the browser. `npm run check -- types lint` runs only those. */
import { prepare } from "./setup/prepare.mjs";
import { begin, Stop } from "./setup/run.mjs";
import { CHECKS, clearResults, runSteps, tell } from "./setup/steps.mjs";

const asked = process.argv.slice(2);

await begin(async () => {
  const unknown = asked.find((name) => !CHECKS.some((step) => step.name === name));
  if (unknown)
    throw new Stop(`There is no check "${unknown}". There are: ${CHECKS.map(({ name }) => name).join(", ")}.`);
  await prepare();
  clearResults();
  return tell(await runSteps(CHECKS.filter(({ name }) => asked.length === 0 || asked.includes(name))));
});
