/**
 * Makes the secret of the sessions, brings the database of `DATABASE_URL` up to date, and says what it did.
 * The server does the same at its first request.
 */
import { databaseFile, MigrationError, migrate } from "@/lib/server/database";
import { sessionSecret } from "@/lib/server/session/secret";

try {
  sessionSecret();
  const file = databaseFile();
  const applied = migrate(file);
  const done = applied.length === 0 ? "is up to date" : `took ${applied.join(", ")}`;
  process.stdout.write(`The database ${file} ${done}.\n`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The database was not changed. ${message}\n`);
  if (!(error instanceof MigrationError) && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}
