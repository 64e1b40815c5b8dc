import { z } from "zod";
import { type GivenDatabase, numberOf, type Row, textIn } from "../archive/sqlite";
import { FileRefused } from "../refusal";
import type { Steps } from "../steps";
import type { NoteType, Surroundings } from "./source";

const named = z.looseObject({ name: z.string() });
const modelsSchema = z.record(
  z.string(),
  z.looseObject({
    name: z.string(),
    type: z.number().default(0),
    flds: z.array(named),
    tmpls: z.array(z.looseObject({ name: z.string().default(""), qfmt: z.string(), afmt: z.string() })),
  }),
);
const decksSchema = z.record(z.string(), named);
const confSchema = z.looseObject({ creationOffset: z.number().optional().catch(undefined) });

/** The schema of Anki up to 2.1.27, and of every package made for older ones: note types and decks as JSON in one row. */
export function* readSchema11(database: GivenDatabase): Steps<Surroundings> {
  let found: Row | null = null;
  yield* database.rows("col", ["crt", "conf", "models", "decks"], (row) => {
    found ??= row;
  });
  return surroundingsOf(found);
}

function surroundingsOf(row: Row | null): Surroundings {
  if (row === null) throw noPart("collection");
  const models = parsed(modelsSchema, row.models, "note types");
  const decks = parsed(decksSchema, row.decks, "decks");
  const types = Object.entries(models).map(([id, model]): readonly [number, NoteType] => [
    Number(id),
    {
      name: model.name,
      cloze: model.type === 1,
      fields: model.flds.map(({ name }) => name),
      templates: model.tmpls.map(({ name, qfmt, afmt }) => ({ name, front: qfmt, back: afmt })),
    },
  ]);
  return {
    types: new Map(types),
    decks: new Map(Object.entries(decks).map(([id, { name }]) => [Number(id), name])),
    created: numberOf(row.crt),
    creationOffset: confSchema.safeParse(json(row.conf)).data?.creationOffset ?? null,
  };
}

function parsed<T>(schema: z.ZodType<T>, value: Row[string] | undefined, part: string): T {
  const result = schema.safeParse(json(value));
  if (!result.success) throw noPart(part);
  return result.data;
}

function json(value: Row[string] | undefined): unknown {
  try {
    return JSON.parse(textIn(value));
  } catch {
    return null;
  }
}

function noPart(part: string): FileRefused {
  return new FileRefused(
    "damaged",
    `The ${part} of this Anki package cannot be read. Check the database in Anki and export it again.`,
  );
}
