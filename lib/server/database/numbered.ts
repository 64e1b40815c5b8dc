/** A statement whose values have numbers (`?1`): the driver takes them by place alone. */
export interface Numbered {
  readonly sql: string;
  /** Which value stands at which place, from 0. */
  readonly order: readonly number[];
}

export function numbered(statement: string): Numbered {
  const order = Array.from(statement.matchAll(/\?(\d+)/g), ([, number]) => Number(number) - 1);
  return { sql: statement.replace(/\?\d+/g, "?"), order };
}

/** The values of a numbered statement as the driver takes them. */
export function placed<T>({ order }: Numbered, values: readonly T[]): T[] {
  return order.flatMap((index) => values.slice(index, index + 1));
}
