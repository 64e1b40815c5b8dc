"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  moveAttribute,
  removeAttribute,
  renameAttribute,
  setCheck,
  setDefault,
  setPrimaryKey,
  setReference,
  setType,
  toggleNotNull,
  toggleUnique,
} from "@/lib/notation";
import { CELL, CommitInput } from "./commit-input";
import { Disclose, IconButton, Toggle } from "./controls";
import type { Editing } from "./edits";
import type { AttributeFacts } from "./facts";

interface AttributeRowProps {
  readonly table: number;
  readonly tableName: string;
  readonly facts: AttributeFacts;
  readonly count: number;
  /** Columns of the primary key as it is. */
  readonly primary: readonly string[];
  readonly targets: readonly string[];
  readonly typesId: string;
  readonly editing: Editing;
}

/** One attribute: name, type and reference; below them what must hold of it. */
export function AttributeRow(props: AttributeRowProps) {
  const { table, tableName, facts, editing } = props;
  const { at, name, fixed, start } = facts;
  const subject = `${tableName} ${name}`;
  if (fixed !== null) {
    return (
      <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5 text-small">
        <span className="min-w-0 font-mono break-words">{name}</span>
        <span className="grow text-ink-soft">{fixed}</span>
        <Button
          size="small"
          variant="ghost"
          onClick={() => editing.write(start)}
          aria-label={`Edit ${subject} as text`}
        >
          Edit as text
        </Button>
      </li>
    );
  }
  return (
    <li className="space-y-1.5 px-3 py-2">
      <div className="grid grid-cols-2 gap-2 @xl:grid-cols-[minmax(0,4fr)_minmax(0,3fr)_minmax(0,4fr)]">
        <div className="@max-xl:col-span-2">
          <CommitInput
            aria-label={`name, ${subject}`}
            data-focus={`t${table}-a${at}`}
            value={name}
            onCommit={(typed) => editing.change((text) => renameAttribute(text, table, at, typed))}
            className="font-medium"
          />
        </div>
        <CommitInput
          aria-label={`type, ${subject}`}
          placeholder="type"
          list={props.typesId}
          value={facts.type}
          onCommit={(typed) => editing.change((text) => setType(text, table, at, typed || null))}
        />
        <ReferenceSelect {...props} subject={subject} />
      </div>
      <RowMarks {...props} subject={subject} />
    </li>
  );
}

type PartProps = AttributeRowProps & { readonly subject: string };

function ReferenceSelect({ table, facts, targets, editing, subject }: PartProps) {
  const known = facts.target === "" || targets.includes(facts.target);
  return (
    <select
      aria-label={`reference, ${subject}`}
      value={facts.target}
      onChange={(event) => {
        const [name = "", column = null] = event.target.value.split(".");
        const target = event.target.value === "" ? null : { table: name, column };
        editing.change((text) => setReference(text, table, facts.at, target));
      }}
      className={CELL}
    >
      <option value="">no reference</option>
      {!known && <option value={facts.target}>→ {facts.target} (not in your design)</option>}
      {targets.map((target) => (
        <option key={target} value={target}>
          → {target}
        </option>
      ))}
    </select>
  );
}

function RowMarks(props: PartProps) {
  const { table, facts, count, primary, editing, subject } = props;
  const { at, name } = facts;
  const id = useId();
  const [open, setOpen] = useState(false);
  const more = facts.check !== "" || facts.default !== "";
  const nextKey = facts.primary ? primary.filter((column) => column !== name) : [...primary, name];
  const neighbour = at < count - 1 ? `t${table}-a${at}` : at > 0 ? `t${table}-a${at - 1}` : `t${table}-new`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5">
        <Toggle
          words="PK"
          label={`primary key, ${subject}`}
          on={facts.primary}
          onToggle={() => editing.change((text) => setPrimaryKey(text, table, nextKey))}
        />
        <Toggle
          words="unique"
          label={`unique, ${subject}`}
          on={facts.unique}
          onToggle={() => editing.change((text) => toggleUnique(text, table, at))}
        />
        <Toggle
          words="required"
          label={`required, ${subject}`}
          on={facts.required}
          onToggle={() => editing.change((text) => toggleNotNull(text, table, at))}
        />
        <Disclose
          label={`check and default, ${subject}`}
          controls={id}
          open={open}
          onOpen={setOpen}
          words={more ? "check, default" : "more"}
        />
        <span className="ml-auto flex">
          <IconButton
            icon="down"
            turn
            label={`Move ${subject} up`}
            focusKey={`t${table}-a${at}-up`}
            disabled={at === 0}
            onPress={() => editing.change((text) => moveAttribute(text, table, at, at - 1), `t${table}-a${at - 1}-up`)}
          />
          <IconButton
            icon="down"
            label={`Move ${subject} down`}
            focusKey={`t${table}-a${at}-down`}
            disabled={at === count - 1}
            onPress={() =>
              editing.change((text) => moveAttribute(text, table, at, at + 1), `t${table}-a${at + 1}-down`)
            }
          />
          <IconButton
            icon="cross"
            label={`Remove ${subject}`}
            onPress={() => editing.remove(name, (text) => removeAttribute(text, table, at), neighbour)}
          />
        </span>
      </div>
      {open && (
        <div id={id} className="grid gap-2 pb-1 @md:grid-cols-2">
          <div className="space-y-1 text-small text-ink-soft">
            <span aria-hidden="true">Check</span>
            {facts.checks > 1 ? (
              <span className="block">{facts.checks} checks: change them as text.</span>
            ) : (
              <CommitInput
                aria-label={`check, ${subject}`}
                placeholder="> 0"
                value={facts.check}
                onCommit={(typed) => editing.change((text) => setCheck(text, table, at, typed || null))}
              />
            )}
          </div>
          <div className="space-y-1 text-small text-ink-soft">
            <span aria-hidden="true">Default</span>
            <CommitInput
              aria-label={`default, ${subject}`}
              placeholder="now()"
              value={facts.default}
              onCommit={(typed) => editing.change((text) => setDefault(text, table, at, typed || null))}
            />
          </div>
        </div>
      )}
    </>
  );
}
