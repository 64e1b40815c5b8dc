import type { Route } from "next";
import { LinkButton } from "../ui/link-button";

export interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => Route;
}

/** One page back, one on; nothing where there is only one. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-4">
      {page > 1 ? <LinkButton href={hrefOf(page - 1)}>Back</LinkButton> : <span />}
      <p className="text-small text-ink-soft tabular-nums">
        Page {page.toLocaleString("en-GB")} of {pages.toLocaleString("en-GB")}
      </p>
      {page < pages ? <LinkButton href={hrefOf(page + 1)}>On</LinkButton> : <span />}
    </nav>
  );
}
