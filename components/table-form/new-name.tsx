"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { EditRefusal } from "@/lib/notation";
import { CELL } from "./commit-input";
import { REFUSAL_WORDS } from "./refusal-words";

interface NewNameProps {
  readonly label: string;
  readonly button: string;
  readonly focusKey: string;
  readonly onAdd: (name: string) => EditRefusal | null;
}

/** A name for something new; Enter adds it and leaves the field empty for the next one. */
export function NewName({ label, button, focusKey, onAdd }: NewNameProps) {
  const id = useId();
  const [name, setName] = useState("");
  const [refusal, setRefusal] = useState<EditRefusal | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const code = name.trim() === "" ? "bad-name" : onAdd(name.trim());
        setRefusal(code);
        if (code === null) setName("");
      }}
    >
      <div className="flex gap-2">
        <input
          data-focus={focusKey}
          aria-label={label}
          placeholder="name"
          value={name}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={refusal !== null || undefined}
          aria-describedby={refusal === null ? undefined : id}
          onChange={(event) => {
            setName(event.target.value);
            setRefusal(null);
          }}
          className={`${CELL} max-w-60`}
        />
        <Button type="submit" size="small">
          {button}
        </Button>
      </div>
      {refusal !== null && (
        <p id={id} role="alert" className="mt-1 text-small text-missed">
          {REFUSAL_WORDS[refusal]}
        </p>
      )}
    </form>
  );
}
