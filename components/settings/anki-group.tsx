import { type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { RESET } from "./form-state";
import type { GroupsProps } from "./group";
import { SettingField } from "./setting-field";
import { Tick } from "./tick";

function Numbers({ typed, errors }: GroupsProps) {
  return (
    <>
      <SettingField
        label="Learning steps"
        hint="Minutes, hours or days: 1m 10m. Empty: FSRS plans from the first rating on."
        name="learningSteps"
        spellCheck={false}
        typed={typed}
        errors={errors}
      />
      <SettingField
        label="Relearning steps"
        hint="After a card was forgotten."
        name="relearningSteps"
        spellCheck={false}
        typed={typed}
        errors={errors}
      />
      <SettingField
        narrow
        label="Longest interval, in days"
        name="maximumInterval"
        inputMode="numeric"
        typed={typed}
        errors={errors}
      />
      <SettingField
        narrow
        label="A leech after this many lapses"
        hint="A card that is a leech is put aside. 0: never."
        name="leechAfter"
        inputMode="numeric"
        typed={typed}
        errors={errors}
      />
    </>
  );
}

function Ticks({ typed }: Pick<GroupsProps, "typed">) {
  return (
    <>
      <Tick
        name="bury"
        label="Keep siblings apart"
        hint="Of the cards of one note, and of the drills on one rule, only one comes on a day."
        checked={typed.bury === "on"}
      />
      <Tick
        name="balance"
        label="Balance the days"
        hint="An interval may be moved a little, so that days are about equally full."
        checked={typed.balance === "on"}
      />
      <Tick
        name="useFitted"
        label="Use what was fitted to your reviews"
        hint="Parameters of FSRS of your own, once they foretell better than the common ones."
        checked={typed.useFitted === "on"}
      />
    </>
  );
}

const ADVANCED = ["learningSteps", "relearningSteps", "maximumInterval", "leechAfter"] as const;

/**
 * What nobody needs, for those who look for it. Open where something in it is wrong.
 * @param turn with each, the fields are drawn anew; what was opened stays open.
 * @param fit what fitting to the person's own reviews found, drawn by the server.
 */
export function AnkiGroup({ turn, typed, errors, fit }: GroupsProps & { turn: number; fit: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const wrong = ADVANCED.some((field) => errors[field] !== undefined);
  return (
    <details
      open={opened || wrong}
      onToggle={(event) => setOpened(event.currentTarget.open)}
      className="group border-t border-line pt-3"
    >
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 pr-2 [&::-webkit-details-marker]:hidden">
        <Icon name="right" className="size-3.5 text-ink-faint transition-transform group-open:rotate-90" />
        <h2 className="font-semibold">For those who know Anki</h2>
      </summary>
      <div key={turn} className="mt-3 max-w-xl space-y-5 md:ml-66">
        <Numbers typed={typed} errors={errors} />
        <Ticks typed={typed} />
        {fit}
        <Button type="submit" size="small" {...RESET}>
          Put these back to how they come
        </Button>
      </div>
    </details>
  );
}
