"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { Dialog } from "../ui/dialog";
import { findWords } from "./find-words";

const Brief = createContext<ReactNode>(null);

/** Around a report: the brief, as it is to be read, for the remarks that quote it. */
export function BriefProvider({ brief, children }: { brief: ReactNode; children: ReactNode }) {
  return <Brief value={brief}>{children}</Brief>;
}

/** The words of the brief that a finding comes from, and the way to see them where they stand. */
export function BriefWords({ words }: { words: string }) {
  const brief = useContext(Brief);
  return (
    <blockquote className="mt-1.5 text-ink-soft">
      <span className="text-ink-faint">The brief: </span>“{words}”{" "}
      {brief && (
        <Dialog
          title="The brief"
          className="sm:max-w-2xl"
          trigger={
            <button
              type="button"
              className="inline-flex min-h-11 items-center rounded-sm text-accent-text underline decoration-line-strong underline-offset-3 hover:decoration-current md:min-h-6"
            >
              See it there
            </button>
          }
        >
          <Marked words={words}>{brief}</Marked>
        </Dialog>
      )}
    </blockquote>
  );
}

/** Sets the words off where they stand, and brings them into sight. The brief is drawn anew at each opening. */
function Marked({ words, children }: { words: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = box.current;
    if (!here || here.querySelector("mark")) return;
    const nodes = textNodes(here);
    const found = findWords(
      nodes.map(({ data }) => data),
      words,
    );
    // From the last one on: a node that is cut moves none of those before it.
    const marks = [...found].reverse().map(({ node, start, end }) => setOff(nodes[node], start, end));
    marks.at(-1)?.scrollIntoView({ block: "center" });
  }, [words]);
  return (
    <section
      ref={box}
      aria-label="The brief as a whole"
      // A box that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the scroll keys need the focus
      tabIndex={0}
      className="-mx-2 max-h-[62dvh] overflow-y-auto px-2"
    >
      {children}
    </section>
  );
}

function textNodes(root: Node): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  return nodes;
}

function setOff(node: Text | undefined, start: number, end: number): HTMLElement | null {
  if (!node) return null;
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const mark = document.createElement("mark");
  range.surroundContents(mark);
  return mark;
}
