import type { Proof } from "@/lib/proof";
import type { Tone } from "../ui/badge";

/** How a verdict is called where its tone is one of the three states. */
export const PROVED: Readonly<
  Record<"holds" | "fails", { readonly tone: Tone; readonly words: string; readonly was: string }>
> = {
  holds: { tone: "met", words: "Holds", was: "it held before" },
  fails: { tone: "missed", words: "Fails", was: "it failed before" },
};

/** `1.0`, `8.0`, `120`: how many times more. */
export function timesOf(small: number, large: number): string {
  const times = large / Math.max(1, small);
  return times < 10 ? times.toFixed(1) : Math.round(times).toLocaleString("en-US");
}

export const figure = (value: number) => value.toLocaleString("en-US");

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** What became of a claim since the run before; empty where nothing did. */
export function sinceBefore(proof: Proof, before: Proof | null): string {
  if (!before || before.verdict === proof.verdict) return "";
  return before.verdict === "not-applicable" ? "it was not tried before" : PROVED[before.verdict].was;
}

/** `12 hold, 1 fails, 2 were not tried`. */
export function tally(proofs: readonly Proof[]): string {
  const count = (verdict: Proof["verdict"]) => proofs.filter((proof) => proof.verdict === verdict).length;
  const [holds, fails, untried] = [count("holds"), count("fails"), count("not-applicable")];
  return [
    `${holds} ${holds === 1 ? "holds" : "hold"}`,
    fails > 0 && `${fails} ${fails === 1 ? "fails" : "fail"}`,
    untried > 0 && `${untried} ${untried === 1 ? "was" : "were"} not tried`,
  ]
    .filter(Boolean)
    .join(", ");
}
