/**
 * SQLite's own name for what went wrong (`SQLITE_FULL`), however deep Prisma wrapped it; null where it was not SQLite.
 * Prisma turns a locked file into a time-out (P1008) and waiting for one's turn too long into P2028: both are BUSY here.
 */
export function sqliteCode(error: unknown, depth = 0): string | null {
  if (typeof error !== "object" || error === null || depth > 6) return null;
  const fields: Readonly<Record<string, unknown>> = { ...error };
  for (const code of [fields.originalCode, fields.code]) {
    if (typeof code !== "string") continue;
    if (code.startsWith("SQLITE_")) return code;
    if (code === "P1008" || code === "P2028") return "SQLITE_BUSY";
    // The folder, before SQLite was asked.
    if (/^E(ACCES|DQUOT|EXIST|IO|ISDIR|MFILE|NFILE|NOSPC|NOTDIR|PERM|ROFS)$/.test(code)) return "SQLITE_CANTOPEN";
  }
  const inner = [
    error instanceof Error ? error.cause : undefined,
    fields.cause,
    fields.meta,
    fields.driverAdapterError,
  ];
  return inner.map((next) => sqliteCode(next, depth + 1)).find((code) => code !== null) ?? null;
}
