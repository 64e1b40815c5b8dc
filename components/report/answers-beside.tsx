"use client";

import { useId, useState } from "react";
import { Select } from "../ui/select";

/** A model answer: what it is called, and its sheet. */
export interface ModelAnswer {
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

interface AnswersBesideProps {
  readonly mine: string;
  readonly answers: readonly ModelAnswer[];
}

/** My answer beside one of the scenario's own. */
export function AnswersBeside({ mine, answers }: AnswersBesideProps) {
  const id = useId();
  const [chosen, setChosen] = useState(answers[0]?.file ?? "");
  const answer = answers.find(({ file }) => file === chosen) ?? answers[0];
  if (!answer) return null;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <section aria-labelledby={`${id}-mine`} className="min-w-0">
        <h3 id={`${id}-mine`} className="flex min-h-11 items-center font-medium">
          Yours
        </h3>
        <SheetBox label="Your answer as a whole" text={mine} />
      </section>
      <section aria-label="A model answer" className="min-w-0">
        <div className="flex min-h-11 items-center gap-3">
          <label htmlFor={id} className="shrink-0 font-medium">
            A model answer
          </label>
          <Select
            id={id}
            value={answer.file}
            onChange={(event) => setChosen(event.target.value)}
            options={answers.map(({ file, title }) => ({ value: file, label: title }))}
            className="min-w-0 grow"
          />
        </div>
        <SheetBox label={answer.title} text={answer.text} />
      </section>
    </div>
  );
}

function SheetBox({ label, text }: { label: string; text: string }) {
  return (
    <section
      aria-label={label}
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the scroll keys need the focus
      tabIndex={0}
      className="mt-2 max-h-[36rem] overflow-auto rounded-md border border-line bg-surface p-3"
    >
      <pre className="font-mono text-small leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text.trimEnd()}
      </pre>
    </section>
  );
}
