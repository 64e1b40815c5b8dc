"use client";

import { useState } from "react";
import type { Difference, Proof } from "@/lib/proof";
import { Disclosure } from "../answer/disclosure";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { caseText } from "./case-text";
import { CodeBlock } from "./code-block";
import type { Proofs } from "./proof-state";
import type { Subject } from "./protocol";

interface DifferenceNotesProps {
  readonly differences: readonly Difference[];
  readonly proofs: Proofs;
  readonly subject: Subject;
}

const SAID = { met: "it is met", missed: "it is not met" } as const;
const SHOWN = { holds: "it holds", fails: "it does not hold" } as const;

/** Where the grader and PostgreSQL differ: a fault of ours, with the case ready to be sent. */
export function DifferenceNotes({ differences, proofs, subject }: DifferenceNotesProps) {
  return differences.map((one) => (
    <DifferenceNote key={one.id} difference={one} proof={proofs[one.id] ?? null} subject={subject} />
  ));
}

interface DifferenceNoteProps {
  readonly difference: Difference;
  readonly proof: Proof | null;
  readonly subject: Subject;
}

function DifferenceNote({ difference, proof, subject }: DifferenceNoteProps) {
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  const text = caseText(subject, difference, proof);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied("yes"),
      () => setCopied("refused"),
    );
  return (
    <Callout
      kind="warn"
      title="The grader and PostgreSQL differ here"
      announce
      action={
        <Button size="small" onClick={() => (navigator.clipboard ? void copy() : setCopied("refused"))}>
          {copied === "yes" ? "Copied" : "Copy the case"}
        </Button>
      }
    >
      <p>
        <code>{difference.id}</code>: the grader says that {SAID[difference.graded]}, PostgreSQL shows that{" "}
        {SHOWN[difference.proved]}. Believe PostgreSQL. That is a fault of the grader’s, not of yours; it is mended
        where somebody reports the case.
      </p>
      {copied === "refused" && <p>It could not be copied for you: select it below.</p>}
      <Disclosure summary="The case" open={copied === "refused"}>
        <CodeBlock label="The case">{text}</CodeBlock>
      </Disclosure>
    </Callout>
  );
}
