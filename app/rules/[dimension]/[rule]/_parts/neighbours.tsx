import type { Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { Rule } from "@/lib/rubric";

const LINK = "inline-flex min-h-11 min-w-0 items-center gap-1.5 rounded-sm text-ink-soft hover:text-ink";

/** The way to the rules before and after this one. */
export function Neighbours({ before, after }: { before: Rule | null; after: Rule | null }) {
  return (
    <nav
      aria-label="Rules beside this one"
      className="flex flex-wrap justify-between gap-x-6 border-t border-line pt-3"
    >
      {before && (
        <Link href={`/rules/${before.id}` as Route} className={LINK}>
          <Icon name="right" className="size-3.5 rotate-180" />
          {before.doc.title}
        </Link>
      )}
      {after && (
        <Link href={`/rules/${after.id}` as Route} className={`${LINK} ml-auto text-right`}>
          {after.doc.title}
          <Icon name="right" className="size-3.5" />
        </Link>
      )}
    </nav>
  );
}
