import type { PatternResult } from "@/lib/rubric";
import { ToneBadge } from "../ui/badge";
import { classNames } from "../ui/class-names";
import { InlineCode } from "../ui/inline-code";
import { PATTERN_WORDS } from "./report-words";

/** What the scenario says of a pattern. */
export interface PatternWords {
  readonly id: string;
  readonly asks: string;
  readonly heat: "hot" | "warm";
}

interface PatternMatrixProps {
  readonly results: readonly PatternResult[];
  readonly patterns: readonly PatternWords[];
}

const CELL = "px-3 py-1 align-top max-md:block md:py-2.5";

/** Each question that is asked of the data, and what answers it. On a phone a row becomes a few lines. */
export function PatternMatrix({ results, patterns }: PatternMatrixProps) {
  return (
    <table className="w-full border-y border-line text-small leading-5 max-md:block">
      <thead className="border-b border-line text-left text-ink-faint max-md:sr-only">
        <tr>
          <th scope="col" className="w-[34%] px-3 py-2 font-normal">
            Question
          </th>
          <th scope="col" className="px-3 py-2 font-normal whitespace-nowrap">
            How often
          </th>
          <th scope="col" className="w-[22%] px-3 py-2 font-normal">
            Served by
          </th>
          <th scope="col" className="px-3 py-2 font-normal">
            Verdict
          </th>
          <th scope="col" className="w-[28%] px-3 py-2 font-normal">
            Why
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {results.map(({ id, verdict, by, why }) => {
          const words = patterns.find((pattern) => pattern.id === id);
          const { tone, words: said } = PATTERN_WORDS[verdict];
          return (
            <tr key={id} className="max-md:block max-md:py-2">
              <th scope="row" className={`${CELL} text-left font-normal`}>
                {words?.asks ?? ""} <span className="block font-mono text-ink-faint">{id}</span>
              </th>
              <td className={`${CELL} text-ink-soft`}>{words?.heat ?? ""}</td>
              <td className={classNames(CELL, by === "" ? "text-ink-faint" : "font-mono [overflow-wrap:anywhere]")}>
                {by === "" ? "nothing" : by}
              </td>
              <td className={CELL}>
                <ToneBadge tone={tone}>{said}</ToneBadge>
              </td>
              <td className={`${CELL} text-ink-soft first-letter:uppercase`}>
                <InlineCode text={why} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
