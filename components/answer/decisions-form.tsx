"use client";

import { useId } from "react";
import { Chips } from "@/components/ui/chips";
import { Segmented } from "@/components/ui/segmented";
import { type Decisions, LEVELS, REASONS, VOLUMES } from "@/lib/design";
import { ConsistencyRows } from "./consistency-rows";
import { consistencyRows, type DecisionChange, shardText } from "./decision-change";
import { DecisionRow } from "./decision-row";
import { HeldInput } from "./held-input";
import { StoreChoice } from "./store-choice";
import { LEVEL_WORDS, REASON_WORDS, VOLUME_WORDS } from "./words";

const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value] }));
const REASON_OPTIONS = REASONS.map((value) => ({ value, label: REASON_WORDS[value] }));
const VOLUME_OPTIONS = VOLUMES.map((value) => ({ value, label: VOLUME_WORDS[value] }));

interface DecisionsFormProps {
  readonly decisions: Decisions;
  readonly onDecide: (change: DecisionChange) => void;
}

/** The front matter as controls: what is decided before any table is drawn. */
export function DecisionsForm({ decisions, onDecide }: DecisionsFormProps) {
  const shardId = useId();
  const chosen = decisions.because.map((said) => said.value);
  return (
    <div className="@container divide-y divide-line">
      <DecisionRow name={<span aria-hidden="true">Level</span>}>
        <Segmented
          legend="Level you answer for"
          hideLegend
          name="level"
          options={LEVEL_OPTIONS}
          value={decisions.level?.value ?? null}
          onChange={(value) => onDecide({ kind: "level", value })}
          className="max-w-80"
        />
      </DecisionRow>
      <DecisionRow name={<span aria-hidden="true">Database</span>}>
        <StoreChoice value={decisions.store?.value ?? null} onChange={(value) => onDecide({ kind: "store", value })} />
      </DecisionRow>
      <DecisionRow name={<span aria-hidden="true">Because</span>}>
        <Chips
          legend="Reasons for this database"
          hideLegend
          name="because"
          options={REASON_OPTIONS}
          value={chosen}
          onChange={(value) => onDecide({ kind: "because", value })}
          className="[&_label]:min-h-9 [&_label]:px-2.5 md:[&_label]:min-h-7"
        />
      </DecisionRow>
      <DecisionRow name={<span aria-hidden="true">Volume</span>}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Segmented
            legend="Where the data lives"
            hideLegend
            name="volume"
            options={VOLUME_OPTIONS}
            value={decisions.volume?.value ?? null}
            onChange={(value) => onDecide({ kind: "volume", value })}
            className="w-full max-w-80 @lg:w-64"
          />
          {decisions.volume?.value === "sharded" && (
            <div className="flex min-w-56 grow items-center gap-2">
              <label htmlFor={shardId} className="shrink-0 text-small text-ink-soft">
                Shard by
              </label>
              <HeldInput
                id={shardId}
                value={shardText(decisions.shardBy.map((said) => said.value))}
                placeholder="table.column"
                accepts={(typed) => typed === "" || SHARD_KEYS.test(typed)}
                onValue={(value) => onDecide({ kind: "shard-by", value })}
              />
            </div>
          )}
        </div>
      </DecisionRow>
      <DecisionRow name={<span aria-hidden="true">Consistency</span>}>
        <ConsistencyRows
          rows={consistencyRows(decisions)}
          onChange={(value) => onDecide({ kind: "consistency", value })}
        />
      </DecisionRow>
    </div>
  );
}

/** `bids.auction_id`, `readings(device_id, day)`, or several of them. */
const SHARD_KEYS = /^\w+(\.\w+|\(\s*\w+(\s*,\s*\w+)*\s*\))(\s*,\s*\w+(\.\w+|\(\s*\w+(\s*,\s*\w+)*\s*\)))*$/u;
