/** Something wrong in a content file's data: where (keys and positions from the top) and what to do. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
