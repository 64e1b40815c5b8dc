import { checkContent, renderProblem } from "@/lib/scenario/load";

/** `npm run content [-- FOLDER]`: every problem of the content as `file:line:column message`; status 1 where there is any. */
const problems = checkContent(process.argv[2]);
for (const problem of problems) process.stdout.write(`${renderProblem(problem)}\n`);
process.stdout.write(problems.length === 0 ? "The content is sound.\n" : `${problems.length} to mend.\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
