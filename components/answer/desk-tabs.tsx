import { classNames } from "@/components/ui/class-names";

export const VIEWS = ["brief", "answer", "reading"] as const;
export type View = (typeof VIEWS)[number];

export const VIEW_WORDS: Record<View, string> = { brief: "Brief", answer: "Answer", reading: "As it reads" };

interface DeskTabsProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  /** How many remarks the text has; shown beside the answer. */
  readonly remarks: number;
}

/** On a phone: which of the three parts is in sight. Wider pages show them side by side. */
export function DeskTabs({ view, onView, remarks }: DeskTabsProps) {
  return (
    <nav aria-label="Parts of this page" className="grid grid-cols-3 lg:hidden">
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === view ? "true" : undefined}
          onClick={() => onView(one)}
          className={classNames(
            "min-h-11 border-b-2 px-2 text-small focus-visible:-outline-offset-2",
            one === view ? "border-accent font-medium text-ink" : "border-transparent text-ink-soft",
          )}
        >
          {VIEW_WORDS[one]}
          {one === "answer" && remarks > 0 && (
            <span className="ml-1.5 font-mono text-partly">
              {remarks}
              <span className="sr-only"> remarks</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
