/** Raise it when the same sheet can earn another report than before; each attempt is saved with the one that graded it. */
export const GRADER_VERSION = "1";
