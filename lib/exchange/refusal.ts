/** Why a file was not taken. Each has its own words in `FileRefused`, which say what, where and what to do. */
export type FileFault =
  | "too-large"
  | "not-a-package"
  | "damaged"
  | "hostile"
  | "too-many"
  | "unknown-kind"
  | "too-new"
  | "empty";

/**
 * Thrown while a file is read or written, before anything is kept of it; whoever opens the door answers with its message.
 * The message is for the person.
 */
export class FileRefused extends Error {
  readonly code: FileFault;

  constructor(code: FileFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "FileRefused";
    this.code = code;
  }
}
