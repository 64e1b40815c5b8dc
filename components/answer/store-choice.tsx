"use client";

import { useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { type StoreChoice as Choice, ENGINES, findStore, STORE_TYPES, type StoreType } from "@/lib/design";
import { HeldInput } from "./held-input";
import { STORE_WORDS } from "./words";

const HUES: Record<StoreType, string> = {
  relational: "has-checked:border-relational has-checked:bg-relational-soft has-checked:text-relational",
  document: "has-checked:border-document has-checked:bg-document-soft has-checked:text-document",
  "key-value": "has-checked:border-key-value has-checked:bg-key-value-soft has-checked:text-key-value",
  "wide-column": "has-checked:border-wide-column has-checked:bg-wide-column-soft has-checked:text-wide-column",
  graph: "has-checked:border-graph has-checked:bg-graph-soft has-checked:text-graph",
};

const DOTS: Record<StoreType, string> = {
  relational: "bg-relational",
  document: "bg-document",
  "key-value": "bg-key-value",
  "wide-column": "bg-wide-column",
  graph: "bg-graph",
};

interface StoreChoiceProps {
  readonly value: Choice | null;
  /** The type, or the name of an engine. */
  readonly onChange: (store: string) => void;
}

/** One of five types of database, and the engine where one wants to name it. */
export function StoreChoice({ value, onChange }: StoreChoiceProps) {
  const engineId = useId();
  const listId = useId();
  return (
    <div className="space-y-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Type of database</legend>
        {STORE_TYPES.map((type) => (
          <label key={type} className={classNames(OPTION, HUES[type])}>
            <input
              type="radio"
              name="store"
              value={type}
              className="sr-only"
              checked={value?.type === type}
              onChange={() => onChange(type)}
            />
            <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[type]}`} />
            {STORE_WORDS[type]}
          </label>
        ))}
      </fieldset>
      {value && (
        <div className="flex items-center gap-2">
          <label htmlFor={engineId} className="shrink-0 text-small text-ink-soft">
            Engine
          </label>
          <HeldInput
            id={engineId}
            list={listId}
            value={value.engine ?? ""}
            placeholder="any"
            accepts={(typed) => typed === "" || findStore(typed) !== null}
            onValue={(typed) => onChange(typed === "" ? value.type : typed)}
            className="max-w-48"
          />
          <datalist id={listId}>
            {ENGINES[value.type].map((engine) => (
              <option key={engine} value={engine} />
            ))}
          </datalist>
        </div>
      )}
    </div>
  );
}

const OPTION = classNames(
  "min-h-11 rounded-md border border-line-strong bg-surface px-2 text-small transition-colors hover:bg-hover md:min-h-8",
  "relative inline-flex items-center gap-1.5 has-checked:font-medium",
  "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
);
