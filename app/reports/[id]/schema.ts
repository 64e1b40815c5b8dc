import { z } from "zod";

/** Far more tables than anybody writes, with names as long as a line. */
const MOST_TABLES = 200;
const name = z.string().max(200);

export const whatIfSchema = z.object({
  attemptId: z.uuid(),
  told: z.record(name, name).refine((told) => Object.keys(told).length <= MOST_TABLES),
});
