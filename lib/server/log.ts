/** The server's only way to say that something failed: one line of what, then the error, to standard error. */
export function logFailure(what: string, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the log of a server is its standard error, and this is its one door.
  console.error(what, error);
}
