import type { Asked, Proof, Sizes } from "@/lib/proof";
import { Disclosure } from "../answer/disclosure";
import { InlineCode } from "../ui/inline-code";
import { CodeBlock } from "./code-block";
import { GrowthChart } from "./growth-chart";
import { figure } from "./verdict-words";

interface QueryEvidenceProps {
  readonly proof: Proof;
  readonly asked: Asked;
  readonly before: Proof | null;
  readonly sizes: Sizes;
}

/** What the keys are that a question was tried with; others are described by their name. */
const KEYS: Readonly<Record<string, string>> = {
  hot: "a key that a fifth of all rows have",
  cold: "a key that only a handful of rows have",
  missing: "a key that no row has",
};

function askedBefore(before: Proof | null, asked: Asked): Asked | null {
  if (before?.evidence?.kind !== "query") return null;
  const { rows, buffers } = before.evidence;
  return rows.large === asked.rows.large && buffers.large === asked.buffers.large ? null : before.evidence;
}

/** A question as it was put, what it touched at two sizes, and how PostgreSQL went about it. */
export function QueryEvidence({ proof, asked, before, sizes }: QueryEvidenceProps) {
  const { key, sql, words, plan, found } = asked;
  return (
    <div className="space-y-4">
      <GrowthChart asked={asked} before={askedBefore(before, asked)} sizes={sizes} holds={proof.verdict === "holds"} />
      <p>
        <InlineCode text={words} />
      </p>
      <div className="space-y-2">
        <p className="text-ink-soft">
          The costliest of the questions that were put: {KEYS[key] ?? key}. It found {figure(found.small)} and{" "}
          {figure(found.large)} {found.large === 1 ? "row" : "rows"}.
        </p>
        <CodeBlock label="The question as a query">{sql}</CodeBlock>
      </div>
      <Disclosure summary="The plan as PostgreSQL prints it">
        <CodeBlock label="The plan as PostgreSQL prints it" scrolls>
          {plan}
        </CodeBlock>
      </Disclosure>
    </div>
  );
}
