import { database } from "./database";
import { logFailure } from "./log";

/** Whether the database answers; what went wrong goes to the log. */
export async function isHealthy(): Promise<boolean> {
  try {
    await (await database()).$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    logFailure("health: the database does not answer", error);
    return false;
  }
}
