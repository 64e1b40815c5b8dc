"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the main navigation; the page one is on, or within, is marked. */
export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const pathname = usePathname();
  const current = pathname === href ? "page" : pathname.startsWith(`${href}/`) ? "true" : undefined;
  return (
    <Link
      href={href}
      aria-current={current}
      className="relative inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-small text-ink-soft transition-colors hover:text-ink aria-[current]:font-medium aria-[current]:text-ink sm:px-3 aria-[current]:after:absolute aria-[current]:after:inset-x-2 aria-[current]:after:-bottom-1.5 aria-[current]:after:h-0.5 aria-[current]:after:bg-accent sm:aria-[current]:after:inset-x-3"
    >
      {children}
    </Link>
  );
}
