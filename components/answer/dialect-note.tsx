import { Button } from "@/components/ui/button";
import type { Dialect } from "@/lib/design";

const NAMES: Readonly<Record<Exclude<Dialect, "shorthand">, string>> = {
  postgresql: "SQL",
  mysql: "SQL, as MySQL writes it",
  sqlite: "SQL, as SQLite writes it",
  cql: "CQL",
  dbml: "DBML",
};

interface DialectNoteProps {
  readonly dialect: Dialect;
  /** Lines that were not understood: they would not come along. */
  readonly errors: number;
  readonly onTurn: () => void;
}

/** What the text was taken for, where it is not shorthand. */
export function DialectNote({ dialect, errors, onTurn }: DialectNoteProps) {
  if (dialect === "shorthand") return null;
  const left = errors === 1 ? "One remark is open: what it names" : `${errors} remarks are open: what they name`;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-info-soft px-4 py-2 text-small"
    >
      <p className="min-w-0 grow basis-64">
        This is {NAMES[dialect]}: it is read as it is.{" "}
        <span className="text-ink-soft">Shorthand leaves its comments out; undo brings it back.</span>
        {errors > 0 && ` ${left} would be left out.`}
      </p>
      <Button size="small" onClick={onTurn}>
        Turn into shorthand
      </Button>
    </div>
  );
}
