"use client";

import { useEffect, useRef } from "react";
import { classNames } from "../ui/class-names";
import { Icon } from "../ui/icon";

export interface SheetProps {
  text: string;
  /** The front matter: folded, unless the marked line is in it. */
  headLines: number;
  /** The line that the flaw is on, from 1; null where none is shown. */
  marked: number | null;
}

interface LineProps {
  readonly number: number;
  readonly words: string;
  readonly marked: boolean;
}

function Line({ number, words, marked }: LineProps) {
  return (
    <li
      data-marked={marked || undefined}
      className={classNames("flex pr-3 whitespace-pre-wrap", marked && "bg-missed-soft text-ink")}
    >
      <span
        className={classNames(
          "flex w-12 shrink-0 justify-end gap-0.5 border-r-2 pr-2 text-ink-faint select-none",
          marked ? "border-missed" : "border-transparent",
        )}
      >
        {marked && <Icon name="cross" className="mt-1.25 size-3.5 text-missed" />}
        {marked && <span className="sr-only">The flaw is on line</span>}
        <span aria-hidden={!marked}>{number}</span>
      </span>
      {/* What does not fit goes on below, set in, so that it is seen to be one line. */}
      <code className="min-w-0 pl-6 -indent-4 [overflow-wrap:anywhere]">{words || " "}</code>
    </li>
  );
}

/** An answer to read: its own lines and numbers. It scrolls in itself, up and down, so that the question stays in sight. */
export function Sheet({ text, headLines, marked }: SheetProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const line = marked === null ? null : box.current?.querySelector<HTMLElement>("[data-marked]");
    if (box.current && line) box.current.scrollTop = line.offsetTop - box.current.clientHeight / 3;
  }, [marked]);
  const lines = text
    .replace(/\n+$/, "")
    .split("\n")
    .map((words, index) => ({ number: index + 1, words, marked: index + 1 === marked }));
  const draw = (part: readonly LineProps[]) => part.map((line) => <Line key={line.number} {...line} />);
  return (
    <section
      ref={box}
      aria-label="The answer to look at"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      className="relative mt-4 max-h-[max(14rem,calc(100dvh-36rem))] sm:max-h-[max(14rem,calc(100dvh-38.5rem))] overflow-y-auto overscroll-contain rounded-md border border-line bg-surface py-2 font-mono text-small leading-6"
    >
      {headLines > 0 && (
        <details open={marked !== null && marked <= headLines} className="border-b border-line pb-1">
          <summary className="inline-flex min-h-6 items-center px-3 font-sans text-ink-soft">
            Decisions ({headLines} lines)
          </summary>
          <ol>{draw(lines.slice(0, headLines))}</ol>
        </details>
      )}
      <ol start={headLines + 1} className="pt-1">
        {draw(lines.slice(headLines))}
      </ol>
    </section>
  );
}
