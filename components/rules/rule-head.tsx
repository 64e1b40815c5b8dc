import type { ReactNode } from "react";
import type { StoreType } from "@/lib/design";
import type { RuleDoc, RuleId } from "@/lib/rubric";
import { InlineCode } from "../ui/inline-code";
import { StoreScope } from "./store-scope";

interface RuleHeadProps {
  readonly id: RuleId;
  readonly doc: RuleDoc;
  readonly stores: readonly StoreType[];
  readonly dimensionName: string;
  /** The way back to all rules. */
  readonly way: ReactNode;
}

/** What a rule is called, what it asks, why, and how to mend it. */
export function RuleHead({ id, doc, stores, dimensionName, way }: RuleHeadProps) {
  return (
    <header>
      <p className="text-small text-ink-soft">
        {way} <span aria-hidden="true">/</span> {dimensionName}
      </p>
      <h1 className="mt-2 max-w-prose text-title font-semibold">{doc.title}</h1>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-small">
        <span className="font-mono text-ink-faint">{id}</span>
        <span className="flex flex-wrap items-center gap-2 text-ink-faint">
          speaks about <StoreScope stores={stores} />
        </span>
      </div>
      <dl className="mt-6 grid max-w-5xl gap-x-10 gap-y-4 md:grid-cols-[8rem_minmax(0,65ch)]">
        <Answer question="What it asks" text={doc.asks} />
        <Answer question="Why" text={doc.why} />
        <Answer question="How to mend it" text={doc.mend} />
      </dl>
    </header>
  );
}

function Answer({ question, text }: { question: string; text: string }) {
  return (
    <>
      <dt className="font-medium max-md:-mb-3">{question}</dt>
      <dd className="text-ink-soft">
        <InlineCode text={text} />
      </dd>
    </>
  );
}
