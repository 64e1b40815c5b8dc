import type { ReactNode } from "react";
import type { SettingsErrors } from "./form-state";
import type { TypedSettings } from "./typed";

/** For a field that holds a number or a date; its words are not narrowed. */
export const NARROW = "[&_input]:max-w-44";

/** What every group of the form is given. */
export interface GroupsProps {
  typed: TypedSettings;
  errors: SettingsErrors;
}

export interface GroupProps {
  title: string;
  /** What it is about, in a sentence. */
  note?: ReactNode;
  children: ReactNode;
}

/** Settings that belong together: their name at the left, the fields beside it. */
export function Group({ title, note, children }: GroupProps) {
  return (
    <section aria-label={title} className="grid gap-x-10 gap-y-4 border-t border-line pt-6 md:grid-cols-[14rem_1fr]">
      <div>
        <h2 className="font-semibold">{title}</h2>
        {note && <p className="mt-1 text-small text-ink-soft">{note}</p>}
      </div>
      <div className="min-w-0 max-w-xl space-y-5">{children}</div>
    </section>
  );
}
