"use client";

import { useId } from "react";
import { Chips } from "@/components/ui/chips";
import { Segmented } from "@/components/ui/segmented";
import { type Decisions, LEVELS, REASONS, VOLUMES } from "@/lib/design";
import type { DecisionChange } from "@/lib/notation";
import { ConsistencyRows } from "./consistency-rows";
import { DecisionRow } from "./decision-row";
import { consistencyRows, shardKeys, shardText } from "./decisions-text";
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
          onChange={(value) => onDecide({ level: value })}
          className="max-w-80"
        />
      </DecisionRow>
      <DecisionRow name={<span aria-hidden="true">Database</span>}>
        <StoreChoice value={decisions.store?.value ?? null} onChange={(value) => onDecide({ store: value })} />
      </DecisionRow>
      <DecisionRow name={<span aria-hidden="true">Because</span>}>
        <Chips
          legend="Reasons for this database"
          hideLegend
          name="because"
          options={REASON_OPTIONS}
          value={chosen}
          onChange={(value) => onDecide({ because: value })}
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
            onChange={(value) => onDecide({ volume: value })}
            className="w-full max-w-80 @lg:w-64"
          />
          {(decisions.volume?.value === "sharded" || decisions.shardBy.length > 0) && (
            <div className="flex min-w-56 grow items-center gap-2">
              <label htmlFor={shardId} className="shrink-0 text-small text-ink-soft">
                Shard by
              </label>
              <HeldInput
                id={shardId}
                value={shardText(decisions.shardBy.map((said) => said.value))}
                placeholder="table.column"
                accepts={(typed) => typed === "" || SHARD_KEYS.test(typed)}
                onValue={(value) => onDecide({ shardBy: shardKeys(value) })}
              />
            </div>
          )}
        </div>
      </DecisionRow>
      <DecisionRow name={<span aria-hidden="true">Consistency</span>}>
        <ConsistencyRows
          rows={consistencyRows(decisions)}
          onChange={(rows) => onDecide({ consistency: Object.fromEntries(rows.map(({ of, level }) => [of, level])) })}
        />
      </DecisionRow>
    </div>
  );
}

/** `bids.auction_id`, `readings(device_id, day)`, or several of them. */
const SHARD_KEYS = /^\w+(\.\w+|\(\s*\w+(\s*,\s*\w+)*\s*\))(\s*,\s*\w+(\.\w+|\(\s*\w+(\s*,\s*\w+)*\s*\)))*$/u;
