import type { Route } from "next";
import Link from "next/link";
import type { RulePlace } from "@/lib/server";

const SHOWN = 4;

/** The scenarios where a rule can bite, and what it looks at there. */
export function Places({ places }: { places: readonly RulePlace[] }) {
  if (places.length === 0)
    return <p className="text-ink-soft">None of the scenarios asks for it yet. It speaks where a design needs it.</p>;
  return (
    <ul className="grid max-w-3xl divide-y divide-line border-y border-line">
      {places.map(({ slug, title, subjects }) => (
        <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
          <Link
            href={`/practice/${slug}` as Route}
            className="inline-flex min-h-8 items-center text-accent-text underline decoration-line-strong underline-offset-3 hover:decoration-current"
          >
            {title}
          </Link>
          <span className="font-mono text-small break-words text-ink-faint">
            {subjects.slice(0, SHOWN).join(", ")}
            {subjects.length > SHOWN && ` and ${subjects.length - SHOWN} more`}
          </span>
        </li>
      ))}
    </ul>
  );
}
