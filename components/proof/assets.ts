/** A file of PostgreSQL's; sizes in bytes, `compressed` as it travels. */
export interface ProofFile {
  readonly name: string;
  readonly bytes: number;
  readonly compressed: number;
}

/** What `scripts/proof-assets.ts` made. */
export interface ProofAssets {
  /** Names the content: the path is never used for another one. */
  readonly version: string;
  readonly files: readonly ProofFile[];
}

/** The assets that this build belongs to; null where it was built without them. */
export function builtAssets(): ProofAssets | null {
  const text = process.env.PROOF_ASSETS ?? "";
  return text === "" ? null : (JSON.parse(text) as ProofAssets);
}

/** Megabytes that travel at most, with one decimal. */
export function megabytes({ files }: ProofAssets): string {
  return (files.reduce((sum, { compressed }) => sum + compressed, 0) / 1_000_000).toFixed(1);
}
