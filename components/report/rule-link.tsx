import type { Route } from "next";
import Link from "next/link";
import type { RuleId } from "@/lib/rubric";

/** A rule's id, as the way to its page. */
export function RuleLink({ rule }: { rule: RuleId }) {
  return (
    <Link
      href={`/rules/${rule}` as Route}
      className="inline-flex min-h-11 items-center rounded-sm font-mono text-ink-faint underline decoration-line-strong underline-offset-3 hover:text-ink md:min-h-6"
    >
      {rule}
    </Link>
  );
}
