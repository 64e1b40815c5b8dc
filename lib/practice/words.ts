import type { Finding, Verdict } from "@/lib/rubric";

const HOW: Readonly<Record<Exclude<Verdict, "met">, string>> = {
  missed: "was missed",
  partial: "was met in part",
  violated: "was broken",
};

/** "because `constraints/unique` was missed and `keys/missing` was broken". The worst verdict of a rule speaks for it. */
export function whyOfRules(findings: readonly Finding[]): string {
  const worst = new Map<string, Exclude<Verdict, "met">>();
  for (const { rule, verdict } of findings) {
    if (verdict !== "met" && !worst.has(rule)) worst.set(rule, verdict);
  }
  return `because ${join([...worst].map(([rule, verdict]) => `\`${rule}\` ${HOW[verdict]}`))}`;
}

export function whyOfScore(score: number): string {
  return `because you scored ${score} of 100`;
}

/** "because you scored 72 of 100, and `indexes/unserved` is then to be tried again". */
export function whyOfWeakest(score: number, rule: string): string {
  return `${whyOfScore(score)}, and \`${rule}\`, its weakest point, is then to be tried again`;
}

function join(parts: readonly string[]): string {
  if (parts.length <= 1) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
