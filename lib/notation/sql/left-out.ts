import type { Schema } from "./draft";

/** Kinds named in the hint; the rest are counted together. */
const MOST_KINDS = 6;

/** Says once how many statements were left out and of which kinds. */
export function reportLeftOut({ leftOut, leftOutAt, problems }: Schema): void {
  if (leftOutAt === null) return;
  const kinds = [...leftOut].toSorted(([, a], [, b]) => b - a);
  const count = kinds.reduce((sum, [, many]) => sum + many, 0);
  const named = kinds.slice(0, MOST_KINDS).map(([kind, many]) => `${many} ${kind}`);
  const rest = kinds.slice(MOST_KINDS).reduce((sum, [, many]) => sum + many, 0);
  if (rest > 0) named.push(`${rest} others`);
  const statements = count === 1 ? "1 statement holds" : `${count} statements hold`;
  const message = `${statements} nothing that a design keeps and ${count === 1 ? "is" : "are"} left out: ${named.join(", ")}.`;
  problems.report("hint", leftOutAt, message);
}

/** Says once that settings of storage were left out. */
export function reportSettings({ settings, settingsAt, problems }: Schema): void {
  if (settingsAt === null) return;
  const count = [...settings.values()].reduce((sum, many) => sum + many, 0);
  const named = [...settings].map(([kind, many]) => `${many} ${kind}`).join(", ");
  const message = `${count === 1 ? "1 setting" : `${count} settings`} of storage, which a design has none of, ${count === 1 ? "is" : "are"} left out: ${named}.`;
  problems.report("hint", settingsAt, message);
}
