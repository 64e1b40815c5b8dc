import Link from "next/link";
import { Mark } from "../ui/mark";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { NavLink } from "./nav-link";
import { SearchButton } from "./search-button";

export interface HeaderProps extends AccountMenuProps {
  /** Reviews due now; nothing is shown for none. */
  due: number;
}

/** The one bar of the product: where one is, where one can go, who one is. */
export function Header({ due, ...account }: HeaderProps) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper">
      <div className="flex h-14 items-center gap-1 px-2 sm:gap-3 sm:px-4">
        <Link
          href="/"
          className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-1 sm:pr-3"
        >
          <Mark className="size-5 text-accent-text" />
          <span className="sr-only font-mono font-medium tracking-tight md:not-sr-only">cardinality</span>
        </Link>
        <nav aria-label="Main" className="flex grow items-center sm:gap-1">
          <NavLink href="/practice">Practice</NavLink>
          <NavLink href="/review">
            Review
            {due > 0 && (
              <span className="rounded-full bg-accent-soft px-1.5 font-mono text-small leading-5 text-accent-text">
                {due > 99 ? "99+" : due}
                <span className="sr-only"> due</span>
              </span>
            )}
          </NavLink>
          <NavLink href="/progress">Progress</NavLink>
          <NavLink href="/rules">Rules</NavLink>
          <span className="max-sm:hidden">
            <NavLink href="/bench">Bench</NavLink>
          </span>
        </nav>
        <SearchButton />
        <AccountMenu {...account} />
      </div>
    </header>
  );
}
