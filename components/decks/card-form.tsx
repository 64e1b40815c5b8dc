"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { CONTROL, Field, TextField } from "../ui/field";
import { Segmented } from "../ui/segmented";
import type { CardAction, CardFormState, CardText, PreviewAction } from "./card-form-contract";
import { usePreview } from "./use-preview";

const KINDS = [
  { value: "basic", label: "Question and answer" },
  { value: "cloze", label: "Hidden words" },
] as const;
const BEGIN: CardFormState = { turn: 0, fields: {}, message: null, saved: null };

export interface CardFormProps {
  readonly card: CardText;
  /** Names to choose from; a new one makes a deck. */
  readonly decks: readonly string[];
  readonly save: CardAction;
  readonly preview: PreviewAction;
  readonly button: string;
}

/** A card of one's own, written in Markdown, with both its sides as they will be shown. */
export function CardForm({ card, decks, save, preview, button }: CardFormProps) {
  const [state, submit, pending] = useActionState(save, BEGIN);
  const [text, setText] = useState(card);
  const form = useRef<HTMLFormElement>(null);
  const shown = usePreview(text, preview);
  const change = (part: Partial<CardText>) => setText((before) => ({ ...before, ...part }));

  useEffect(() => {
    if (state.turn === 0) return;
    // Saved: the next card goes to the same deck. Not saved: to what is wrong.
    if (state.saved !== null) setText((before) => ({ ...before, front: "", back: "" }));
    const place = state.saved === null ? "[aria-invalid]" : "[name=front]";
    form.current?.querySelector<HTMLElement>(place)?.focus();
  }, [state]);

  const { fields } = state;
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <form ref={form} action={submit} noValidate className="space-y-5">
        <TextField
          label="Deck"
          name="deck"
          list="own-decks"
          value={text.deck}
          error={fields.deck ?? null}
          onChange={(event) => change({ deck: event.target.value })}
        />
        <datalist id="own-decks">
          {decks.map((deck) => (
            <option key={deck} value={deck} />
          ))}
        </datalist>
        <Segmented legend="Kind" name="kind" options={KINDS} value={text.kind} onChange={(kind) => change({ kind })} />
        <Field
          label={text.kind === "basic" ? "Question" : "Text"}
          hint={
            text.kind === "basic"
              ? "Markdown: **bold**, `code`, lists."
              : "Put what is to be said in {{ }}: a {{primary key}} identifies a row."
          }
          error={fields.front ?? null}
        >
          {(control) => (
            <textarea
              {...control}
              name="front"
              rows={4}
              className={CONTROL}
              value={text.front}
              onChange={(event) => change({ front: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={text.kind === "basic" ? "Answer" : "Said beside the answer (may be empty)"}
          error={fields.back ?? null}
        >
          {(control) => (
            <textarea
              {...control}
              name="back"
              rows={4}
              className={CONTROL}
              value={text.back}
              onChange={(event) => change({ back: event.target.value })}
            />
          )}
        </Field>
        {state.message && (
          <Callout kind="error" announce>
            {state.message}
          </Callout>
        )}
        <div className="flex items-center gap-4">
          <Button type="submit" variant="primary" pending={pending}>
            {button}
          </Button>
          <p role="status" className="text-small text-ink-soft">
            {pending ? "" : state.saved}
          </p>
        </div>
      </form>
      <section aria-label="Preview" className="lg:border-l lg:border-line lg:pl-10">
        <h2 className="text-small font-medium text-ink-soft">How it will look</h2>
        <div className="mt-3">
          {shown ?? <p className="text-ink-faint">Write the question, and it is drawn here.</p>}
        </div>
      </section>
    </div>
  );
}
