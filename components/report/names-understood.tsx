import type { AlignmentLine } from "@/lib/rubric";

/** How the candidate's names were understood: what the brief speaks of, and what it is called in the answer. */
export function NamesUnderstood({ lines }: { lines: readonly AlignmentLine[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line text-small">
      {lines.map(({ entity, as, how }) => (
        <div
          key={entity}
          className="grid gap-x-4 px-3 py-2 sm:grid-cols-[minmax(6rem,1fr)_minmax(0,2fr)_minmax(0,2fr)]"
        >
          <dt className="font-mono text-ink-soft">{entity}</dt>
          <dd className="font-mono [overflow-wrap:anywhere]">{as.length > 0 ? as.join(", ") : "not found"}</dd>
          <dd className="text-ink-soft">{how}</dd>
        </div>
      ))}
    </dl>
  );
}
