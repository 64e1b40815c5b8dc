import { STORE_TYPES } from "@/lib/design";
import { capital } from "../../context";
import type { Judgement, Rule } from "../../rule";

const RIGHT = { single: "one machine", sharded: "several machines" } as const;

export const volume: Rule = {
  id: "factors/volume",
  dimension: "factors",
  stores: STORE_TYPES,
  doc: {
    title: "Say whether one machine can hold it",
    asks: "Does the answer say where the data physically lives, one database or several, as the brief's numbers ask?",
    why: "Volume decides what the rest of the design may rely on: a join or a transaction is cheap on one machine and dear across several.",
    mend: "Multiply rows by bytes and writes by seconds, then write `volume: single` or `volume: sharded`.",
    examples: [
      {
        title: "A billion bids a year on one machine",
        scenario: "auction",
        sheet: "---\nscenario: auction\nvolume: single\n---\nbids: id (PK)",
        says: [{ subject: "volume", verdict: "violated" }],
      },
      {
        title: "Left unsaid",
        scenario: "auction",
        sheet: "---\nscenario: auction\n---\nbids: id (PK)",
        says: [{ subject: "volume", verdict: "missed" }],
      },
      {
        title: "Sharded, as the numbers ask",
        scenario: "auction",
        sheet: "---\nscenario: auction\nvolume: sharded\n---\nbids: id (PK)",
        says: [],
      },
    ],
  },
  check({ scenario, answer }): readonly Judgement[] {
    const said = answer.decisions.volume;
    const { expected, accepted, words, why } = scenario.volume;
    const base = { subject: "volume", brief: words } as const;
    const fix = `Write \`volume: ${expected}\`.`;
    if (!said) {
      const message = `You did not say whether one machine can hold this. ${why}`;
      return [{ verdict: "missed", ...base, stake: "decision", message, fix, span: null }];
    }
    const right = said.value === expected || accepted.includes(said.value);
    if (right) {
      return [
        {
          verdict: "met",
          ...base,
          stake: "decision",
          message: `${capital(RIGHT[said.value])}: right. ${why}`,
          fix: "",
          span: said.span,
        },
      ];
    }
    const message = `You put this on ${RIGHT[said.value]}. ${why}`;
    return [{ verdict: "violated", ...base, stake: "check", message, fix, span: said.span }];
  },
};
