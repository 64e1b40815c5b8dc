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
      className={classNames("flex pr-4 whitespace-pre", marked && "bg-missed-soft text-ink")}
    >
      <span
        className={classNames(
          "sticky left-0 flex w-12 shrink-0 items-center justify-end gap-0.5 border-r-2 pr-2 text-ink-faint select-none",
          marked ? "border-missed bg-missed-soft" : "border-transparent bg-surface",
        )}
      >
        {marked && <Icon name="cross" className="size-3.5 text-missed" />}
        {marked && <span className="sr-only">The flaw is on line</span>}
        <span aria-hidden={!marked}>{number}</span>
      </span>
      <code className="pl-2">{words || " "}</code>
    </li>
  );
}

/** An answer to read: its own lines and numbers. It scrolls in itself, so that the page never does sideways. */
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
      className="relative mt-4 max-h-[max(14rem,calc(100dvh-36rem))] sm:max-h-[max(14rem,calc(100dvh-38.5rem))] overflow-auto overscroll-contain rounded-md border border-line bg-surface py-2 font-mono text-small leading-6"
    >
      {headLines > 0 && (
        <details open={marked !== null && marked <= headLines} className="border-b border-line pb-1">
          <summary className="sticky left-0 inline-flex min-h-6 items-center px-3 font-sans text-ink-soft">
            Decisions ({headLines} lines)
          </summary>
          <ol className="w-max min-w-full">{draw(lines.slice(0, headLines))}</ol>
        </details>
      )}
      <ol start={headLines + 1} className="w-max min-w-full pt-1">
        {draw(lines.slice(headLines))}
      </ol>
    </section>
  );
}
