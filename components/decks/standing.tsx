import { ToneBadge } from "../ui/badge";
import { LocalTime } from "../ui/local-time";
import { type CardStanding, dateWords } from "./deck-words";

/** Where a card stands: "new", "due", "comes on 4 December", "suspended". @param today the person's date */
export function Standing({ state, today }: { state: CardStanding; today: string }) {
  switch (state.kind) {
    case "new":
      return <span className="text-ink-faint">new</span>;
    case "due":
      return <span className="font-medium text-accent-text">due</span>;
    case "learning":
      return (
        <span>
          being learnt, comes <LocalTime at={state.at} style="date-time" />
        </span>
      );
    case "suspended":
      return state.leech ? <ToneBadge tone="partly">suspended: forgotten often</ToneBadge> : <span>suspended</span>;
    case "comes":
      return (
        <span>
          comes on <time dateTime={state.on}>{dateWords(state.on, today)}</time>
          {state.leech && ", forgotten often"}
        </span>
      );
  }
}
