"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Callout } from "../ui/callout";
import { AnkiGroup } from "./anki-group";
import { DayGroup, EasyDaysGroup, InterviewGroup, RetentionGroup } from "./basic-groups";
import type { SettingsAction, SettingsState } from "./form-state";
import type { TypedSettings } from "./typed";

export interface SettingsFormProps {
  /** As they are saved. */
  typed: TypedSettings;
  /** The zone that the device said last. */
  device: string;
  /** The id of a datalist of zones on the page. */
  zones: string;
  /** Drawn by the server: what each retention costs, the days to the interview, what fitting found. */
  cost: ReactNode;
  plan: ReactNode;
  fit: ReactNode;
  save: SettingsAction;
}

function said({ saved, errors }: SettingsState): string {
  const wrong = Object.keys(errors).length;
  if (wrong > 0) return `Not saved: ${wrong === 1 ? "one field needs" : `${wrong} fields need`} a change.`;
  return saved ? "Saved." : "";
}

/**
 * All settings in one form. The fields belong to the browser, so that it works before the script is there and without it.
 * With each answer they are drawn anew from what it holds: what was typed where something is wrong, what is kept else.
 */
export function SettingsForm({ typed, device, zones, cost, plan, fit, save }: SettingsFormProps) {
  const begin: SettingsState = { turn: 0, typed, errors: {}, message: null, saved: false };
  const [state, submit, pending] = useActionState(save, begin);
  const [changed, setChanged] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const fields = { typed: state.typed, errors: state.errors };

  useEffect(() => {
    if (state.turn > 0) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state.turn]);

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      onChange={() => setChanged(state.turn)}
      className="mt-8 [&_:is(input,select)]:scroll-mb-24"
    >
      {/* Enter in a field presses the first button of a form, and that must not be the one that puts things back. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        Save
      </button>
      <div key={state.turn} className="space-y-8">
        <DayGroup {...fields} device={device} zones={zones} />
        <RetentionGroup {...fields} cost={cost} />
        <InterviewGroup {...fields} plan={plan} />
        <EasyDaysGroup {...fields} />
      </div>
      <div className="mt-8">
        <AnkiGroup {...fields} turn={state.turn} fit={fit} />
      </div>
      {state.message && (
        <Callout kind="error" announce className="mt-8">
          {state.message}
        </Callout>
      )}
      <div className="sticky bottom-0 mt-8 flex items-center gap-4 border-t border-line bg-paper py-3">
        <Button type="submit" variant="primary" pending={pending}>
          Save
        </Button>
        <p role="status" className="text-small text-ink-soft">
          {pending || changed === state.turn ? "" : said(state)}
        </p>
      </div>
    </form>
  );
}
