import { isGuarded } from "@/lib/align";
import { conditionColumns, parseCondition, plainName } from "@/lib/design";
import { sqlText } from "@/lib/notation";
import type { ForbiddenDouble } from "@/lib/rubric";
import { findEntity, findRole, namesInCondition, relationId } from "@/lib/scenario";
import { type Cell, NULL } from "../cells";
import { constantsIn, evaluate } from "../evaluate";
import type { Changes } from "../fixture";
import { columnsNamed, type Subject, subjectOf } from "../subject";
import { listed, spoken } from "../words";
import { FLAGS, rowsOf } from "./combinations";
import { FIRST, type Ground, NO_CHANGES, type Of, type Planned, SECOND } from "./ground";

/** Refusals by SQLSTATE: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const UNIQUE = ["23505"];

function isSound(ground: Ground, subject: Subject, row: Changes): boolean {
  return subject.parts.checks.every(
    ({ check }) =>
      evaluate(parseCondition(check.expression), (path) => {
        const column = subject.parts.column(path) ?? "";
        return (row.get(column) ?? ground.fixture.cell(subject, column, SECOND)).value;
      }) !== false,
  );
}

/** Values that a row has where the promise counts, and where it does not. */
function statesOf(
  ground: Ground,
  invariant: Of<"unique">,
  subject: Subject,
): { inside: Changes; outside: Changes } | string {
  const { entity, where = "" } = invariant;
  const names = namesInCondition(where);
  const place = ground.place(entity, names);
  if (typeof place === "string") return place;
  if (place.subject !== subject) return "its state is in another table";
  const own = names.map((name) => place.columns.get(name)?.[0] ?? "");
  const written = subject.parts.indexes
    .flatMap(({ index }) => (index.unique && index.where !== null ? [parseCondition(index.where)] : []))
    .filter((one) => conditionColumns(one).some((path) => own.includes(subject.parts.column(path) ?? "")));
  const legal = names.flatMap((name) => findEntity(ground.alignment.scenario, entity)?.attributes[name]?.values ?? []);
  const asked = parseCondition(where);
  const nameOf = (path: string) =>
    own[names.findIndex((name) => plainName(name) === plainName(path))] ?? subject.parts.column(path) ?? "";
  const constants = [...written, asked].flatMap(constantsIn);
  const options = own.map((column): readonly Cell[] => {
    const { family, values } = subject.kind(column).type;
    if (family === "boolean") return FLAGS;
    const words = [...constants, ...legal, ...values, ...(family === "enum" ? [] : ["ended"])].filter(
      (word) => family !== "enum" || values.includes(String(word)),
    );
    const cells = words.map((word) => ({ sql: typeof word === "number" ? String(word) : sqlText(word), value: word }));
    return [...cells, NULL, ground.fixture.cell(subject, column, FIRST)];
  });
  const rows = rowsOf(own, options);
  const judged = written.length > 0 ? written : [asked];
  const counts = (row: Changes) =>
    judged.some((one) => evaluate(one, (path) => (row.get(nameOf(path)) ?? NULL).value) === true);
  const inside = rows.find(counts);
  const outside = rows.find((row) => !counts(row) && isSound(ground, subject, row));
  return inside && outside
    ? { inside, outside }
    : "no row can be thought of where it counts, and one where it does not";
}

/** A second row with the same; where only some rows count, also one that does not. */
export function attackUnique(ground: Ground, invariant: Of<"unique">): Planned {
  const { id, entity } = invariant;
  const isOneRow = invariant.columns.some((name) => {
    const relation = findRole(ground.alignment.scenario, entity, name);
    return relation !== null && ground.alignment.relations.get(relationId(relation))?.how === "merged";
  });
  if (isOneRow) return { id, why: "both ends are one row, so that there cannot be two" };
  const places = [invariant.columns, ...invariant.alsoMetBy].map((names) => ground.place(entity, names));
  const found = places.filter((place) => typeof place !== "string");
  const [first] = found;
  if (!first) return { id, why: String(places[0]) };
  if (isGuarded(ground.alignment, invariant)) return { id, why: "the other end’s row has room for one only" };
  const { subject } = first;
  const sets = found.filter((place) => place.subject === subject).map(({ columns }) => [...columns.values()].flat());
  const wanted = sets[0] ?? [];
  const free =
    ground.alignment.placings.find(({ holder, entity: of }) => of === entity && holder.table === subject.parts.table)
      ?.free ?? [];
  const known = columnsNamed(subject, free) ?? [];
  const same = new Map(
    [...wanted, ...known].map((column) => [column, ground.fixture.cell(subject, column, FIRST)] as const),
  );
  const words = listed(invariant.columns.map(spoken));
  const double = {
    what: `a second ${spoken(entity)} with the same ${words}`,
    codes: UNIQUE,
    columns: withFree(sets, columnsNamed(subject, free) ?? []),
  };
  if (invariant.where === undefined) {
    const attempts = [ground.attempt(subject, SECOND, same, double)];
    return ground.attack(invariant, subject, attempts, NO_CHANGES);
  }
  const states = statesOf(ground, invariant, subject);
  if (typeof states === "string") return { id, why: states };
  const inside = new Map([...same, ...states.inside]);
  const outside = new Map([...same, ...states.outside]);
  const attempts = [
    ground.attempt(subject, SECOND, inside, double),
    ground.attempt(subject, SECOND, outside, {
      what: `a second ${spoken(entity)} with the same ${words} that no longer counts`,
      codes: [],
      columns: [],
      refused: false,
    }),
  ];
  return ground.attack(invariant, subject, attempts, new Map(states.inside));
}

/** Two rows that the brief lets share these columns: the second one must get in. */
export function attackAgain(ground: Ground, { table, columns: paths, what }: ForbiddenDouble, id: string): Planned {
  const subject = subjectOf(ground.subjects, table);
  const columns = subject ? columnsNamed(subject, paths) : null;
  if (!subject || !columns) return { id, why: "it is not in a table of PostgreSQL’s" };
  const same = new Map(columns.map((column) => [column, ground.fixture.cell(subject, column, FIRST)] as const));
  const attempt = ground.attempt(subject, SECOND, same, {
    what: `a second ${what} with the same ${listed(columns)}`,
    codes: [],
    columns: [],
    refused: false,
  });
  const setup = [
    ...ground.fixture.before(subject),
    ground.fixture.insert(subject, [{ row: FIRST, changes: NO_CHANGES }]),
  ];
  return { invariant: id, setup, attempts: [attempt], gap: null };
}

/** A bucket or a kind that is known anyway may stand in the key as well. */
function withFree(sets: readonly (readonly string[])[], free: readonly string[]): readonly (readonly string[])[] {
  return [...sets, ...sets.map((columns) => [...columns, ...free])];
}
