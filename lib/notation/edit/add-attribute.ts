import { addColumn } from "./add-column";
import { setCheck } from "./checks";
import { setDefault } from "./defaults";
import type { Edited } from "./outcome";
import { setPrimaryKey } from "./primary-key";
import { setReference, type Target } from "./reference";
import { openSource, tableOf } from "./source";
import { toggleNotNull, toggleUnique } from "./toggles";

/** What is said beside a new attribute. */
export interface NewNotes {
  readonly primary?: boolean;
  readonly unique?: boolean;
  readonly notNull?: boolean;
  readonly default?: string | null;
  readonly check?: string | null;
  readonly reference?: Target | null;
}

export interface NewAttribute {
  readonly name: string;
  readonly type?: string | null;
  readonly notes?: NewNotes;
}

/** Adds an attribute with its notes behind the last one of a table. */
export function addAttribute(text: string, table: number, { name, type = null, notes = {} }: NewAttribute): Edited {
  const first = addColumn(text, table, name, type);
  const place = first.ok ? lastOf(first.text, table) : -1;
  const steps: readonly ((now: string) => Edited)[] = [
    ...(notes.primary ? [(now: string) => setPrimaryKey(now, table, [name])] : []),
    ...(notes.unique ? [(now: string) => toggleUnique(now, table, place)] : []),
    ...(notes.reference ? [(now: string) => setReference(now, table, place, notes.reference ?? null)] : []),
    ...(notes.notNull ? [(now: string) => toggleNotNull(now, table, place)] : []),
    ...(notes.default ? [(now: string) => setDefault(now, table, place, notes.default ?? null)] : []),
    ...(notes.check ? [(now: string) => setCheck(now, table, place, notes.check ?? null)] : []),
  ];
  return steps.reduce<Edited>((done, step) => (done.ok ? step(done.text) : done), first);
}

function lastOf(text: string, table: number): number {
  const source = openSource(text);
  return (
    (source && tableOf(source, table)?.attributes.length ? (tableOf(source, table)?.attributes.length ?? 0) : 0) - 1
  );
}
