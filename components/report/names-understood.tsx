"use client";

import { type ReactNode, useId, useState } from "react";
import type { NamesRead, TableRead } from "@/lib/practice";
import type { AlignmentLine } from "@/lib/rubric";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { useWhatIf } from "./use-what-if";
import { type AskWhatIf, NONE_OF_THEM } from "./what-if";
import { WhatWouldChange } from "./what-would-change";

interface NamesUnderstoodProps {
  readonly names: NamesRead;
  /** As the saved report says it. */
  readonly lines: readonly AlignmentLine[];
  /** The scenario's entities. */
  readonly entities: readonly string[];
  readonly whatIf: AskWhatIf;
}

/** How the candidate's names were understood, table by table, with a way to say that it is wrong and see what that would change. */
export function NamesUnderstood({ names, lines, entities, whatIf }: NamesUnderstoodProps) {
  const { told, state, tell, again, takeBack } = useWhatIf(whatIf);
  const [last, setLast] = useState("");
  const understood = names.tables.filter((table) => table.entities.length > 0);
  const extra = names.tables.filter((table) => table.entities.length === 0);
  const row = (table: TableRead) => (
    <TableRow
      key={`${table.line} ${table.table}`}
      table={table}
      how={lines.find(({ as, entity }) => as.includes(table.table) && table.entities.includes(entity))?.how ?? ""}
      entities={entities}
      told={told[table.table] ?? null}
      onTell={(entity) => {
        setLast(table.table);
        void tell(table.table, entity);
      }}
    >
      {last === table.table && <WhatWouldChange told={told} state={state} onAgain={again} onTakeBack={takeBack} />}
    </TableRow>
  );
  if (names.tables.length === 0)
    return <p className="text-ink-soft">There are no tables in this answer, so there was nothing to understand.</p>;
  return (
    <div className="max-w-4xl space-y-6">
      {understood.length > 0 && <ul className="divide-y divide-line border-y border-line">{understood.map(row)}</ul>}
      {names.absent.length > 0 && (
        <p className="text-ink-soft">
          Not found in your answer: <Names of={names.absent} />
        </p>
      )}
      {extra.length > 0 && (
        <section aria-label="Left as extra">
          <h3 className="font-medium">Left as extra</h3>
          <p className="text-small text-ink-soft">
            Nothing in the brief is this. It was neither guessed at nor graded as something else.
          </p>
          <ul className="mt-2 divide-y divide-line border-y border-line">{extra.map(row)}</ul>
        </section>
      )}
    </div>
  );
}

function Names({ of }: { of: readonly string[] }) {
  return of.map((name, at) => (
    <span key={name}>
      {at > 0 && (at === of.length - 1 ? " and " : ", ")}
      <em className="font-medium text-ink not-italic">{name.replaceAll("_", " ")}</em>
    </span>
  ));
}

interface TableRowProps {
  readonly table: TableRead;
  readonly how: string;
  readonly entities: readonly string[];
  /** What the person says that it is; null: nothing. */
  readonly told: string | null;
  readonly onTell: (entity: string | null) => void;
  /** What that would change, where this table was the last to be spoken of. */
  readonly children: ReactNode;
}

function TableRow({ table, how, entities, told, onTell, children }: TableRowProps) {
  const [asking, setAsking] = useState(false);
  return (
    <li className="py-3">
      <div className="flex items-start justify-between gap-x-4">
        <p className="min-w-0 pt-1">
          Your <code className="rounded-sm bg-sunk px-1 text-[0.9375em] break-words">{table.table}</code>{" "}
          {table.entities.length > 0 ? (
            <>
              is <Names of={table.entities} />
              {how !== "" && <span className="text-small text-ink-faint">, {how}</span>}
            </>
          ) : (
            <span className="text-ink-soft">
              {table.known === "" ? "is left as it is" : `is fine to have. ${table.known}`}
            </span>
          )}
        </p>
        {table.tellable && !asking && (
          <Button variant="ghost" size="small" onClick={() => setAsking(true)}>
            That is wrong<span className="sr-only"> about {table.table}</span>
          </Button>
        )}
      </div>
      <Columns table={table} />
      {asking && (
        <>
          <Correction
            table={table}
            entities={entities}
            told={told}
            onTell={onTell}
            onClose={() => {
              setAsking(false);
              if (told !== null) onTell(null);
            }}
          />
          <div role="status">{children}</div>
        </>
      )}
    </li>
  );
}

function Columns({ table: { renamed, leftOver } }: { table: TableRead }) {
  if (renamed.length + leftOver.length === 0) return null;
  return (
    <p className="mt-1 text-small leading-6 text-ink-soft">
      {renamed.map(({ column, means }) => (
        <span key={`${column} ${means}`} className="mr-4 inline-block">
          <code>{column}</code> is {means.replaceAll("_", " ")}
        </span>
      ))}
      {leftOver.length > 0 && (
        <span className="text-ink-faint">
          Left as extra: <code className="break-words">{leftOver.join(", ")}</code>
        </span>
      )}
    </p>
  );
}

/** Stands for "as it was understood" in the list; no entity is called so. */
const AS_IT_WAS = "*";

interface CorrectionProps extends Omit<TableRowProps, "how" | "children"> {
  readonly onClose: () => void;
}

function Correction({ table, entities, told, onTell, onClose }: CorrectionProps) {
  const id = useId();
  const others = entities.filter((entity) => table.entities.length !== 1 || table.entities[0] !== entity);
  const options = [
    { value: AS_IT_WAS, label: "Choose what it is" },
    ...others.map((entity) => ({ value: entity, label: entity.replaceAll("_", " ") })),
    ...(table.entities.length > 0 ? [{ value: NONE_OF_THEM, label: "none of these" }] : []),
  ];
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3 rounded-md bg-sunk p-3">
      <label htmlFor={id} className="text-small font-medium">
        What is <code>{table.table}</code> really?
      </label>
      <Select
        id={id}
        autoFocus
        value={told ?? AS_IT_WAS}
        options={options}
        onChange={({ target }) => onTell(target.value === AS_IT_WAS ? null : target.value)}
        className="min-w-44 grow"
      />
      <Button variant="ghost" size="small" onClick={onClose}>
        Leave it as it was
      </Button>
    </div>
  );
}
