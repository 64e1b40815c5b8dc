import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

const WIDTHS = { prose: "max-w-2xl", page: "max-w-page", full: "max-w-none" };

export interface PageProps {
  /** `prose` for reading, `page` for lists and tables, `full` for the workbench. */
  width?: keyof typeof WIDTHS;
  className?: string;
  children: ReactNode;
}

/** The `main` of a page, where the skip link lands. */
export function Page({ width = "page", className, children }: PageProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classNames("mx-auto w-full px-4 py-8 sm:px-6 sm:py-12", WIDTHS[width], className)}
    >
      {children}
    </main>
  );
}

/** A page's name and one sentence about it. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="max-w-prose">
      <h1 className="text-title font-semibold">{title}</h1>
      {children && <div className="mt-2 text-ink-soft">{children}</div>}
    </div>
  );
}
