import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "../ui/icon";
import type { ItemLinks, LinkTo } from "./item";

const LINK = "inline-flex min-h-6 items-center gap-1 text-accent-text underline underline-offset-3";

function To({ to }: { to: LinkTo }) {
  return (
    <Link href={to.href as Route} prefetch={false} className={LINK}>
      {to.words}
    </Link>
  );
}

interface ReadingLinksProps {
  links: ItemLinks;
  source?: string | null;
  className?: string;
}

/** Where one reads on: what the item teaches, what it is from, and the proof. Small, below the answer. */
export function ReadingLinks({ links, source = null, className = "mt-6" }: ReadingLinksProps) {
  const { rules, scenario, proof } = links;
  if (rules.length === 0 && !scenario && !proof && source === null) return null;
  return (
    <dl
      className={`${className} grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5 text-small text-ink-soft`}
    >
      {rules.length > 0 && (
        <Row name={rules.length === 1 ? "Rule" : "Rules"}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {rules.map((rule) => (
              <li key={rule.href}>
                <To to={rule} />
              </li>
            ))}
          </ul>
        </Row>
      )}
      {scenario && (
        <Row name="Scenario">
          <To to={scenario} />
        </Row>
      )}
      {proof && (
        <Row name="Proof">
          <To to={proof} />
          <Icon name="right" className="ml-1 inline size-3.5" />
        </Row>
      )}
      {source !== null && <Row name="Source">{source}</Row>}
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
