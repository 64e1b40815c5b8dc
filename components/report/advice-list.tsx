import type { ReportAdvice } from "@/lib/rubric";
import { InlineCode } from "../ui/inline-code";

/** What an interviewer may ask next, each with its line. */
export function AdviceList({ advice }: { advice: readonly ReportAdvice[] }) {
  return (
    <ul className="max-w-prose space-y-3">
      {advice.map(({ topic, message, at }) => (
        <li key={topic}>
          {at && (
            <a href={`#line-${at.line}`} className="font-mono underline underline-offset-3">
              line {at.line}
            </a>
          )}{" "}
          <InlineCode text={message} />
        </li>
      ))}
    </ul>
  );
}
