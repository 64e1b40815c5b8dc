/**
 * The whole of a fit, in a process of its own: `node --import tsx lib/server/fitting/fit-process.ts PERSON` reads the reviews,
 * and prints what came of them as JSON. It takes seconds of the processor and a few hundred megabytes at most; the server that
 * started it goes on answering, and would outlive its crash.
 */
import { closeDatabase, database } from "../database";
import { readHabits } from "../people";
import { fitParameters } from "./fit-parameters";
import { readReviews } from "./read-reviews";

const [personId = ""] = process.argv.slice(2);
const db = await database();
const { clock, settings } = await readHabits(personId);
const reviews = await readReviews(db, personId, clock);
const outcome = await fitParameters(reviews, settings.relearningSteps.length);
await closeDatabase();
process.stdout.write(JSON.stringify(outcome));
