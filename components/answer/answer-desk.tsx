"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { classNames } from "@/components/ui/class-names";
import { AnswerForm } from "./answer-form";
import { DeskBar } from "./desk-bar";
import type { DeskActions, KeptDraft } from "./desk-contract";
import type { View } from "./desk-tabs";
import { DraftNotices } from "./draft-notices";
import { HAND_IN_WORDS } from "./hand-in-words";
import { Outline } from "./outline";
import { outlineInBrief } from "./outline-facts";
import { blankSheet } from "./sheet-text";
import { useClock } from "./use-clock";
import { useDraft } from "./use-draft";
import { useHandIn } from "./use-hand-in";
import { useSheet } from "./use-sheet";
import { useViews } from "./use-views";

export interface AnswerDeskProps {
  readonly scenario: { readonly slug: string; readonly title: string; readonly minutes: number };
  /** The brief, as it is to be read. */
  readonly brief: ReactNode;
  readonly person: string | null;
  readonly draft: KeptDraft | null;
  readonly actions: DeskActions;
  readonly onHandedIn: (attemptId: string) => void;
  /** A link to where one signs in and comes back from. */
  readonly signIn: ReactNode;
}

/** The page where one answers: the brief, the answer, and how it reads. */
export function AnswerDesk({ scenario, brief, person, draft, actions, onHandedIn, signIn }: AnswerDeskProps) {
  const { slug, title, minutes } = scenario;
  const blank = blankSheet(slug);
  const [state, keeper] = useDraft({ slug, person, kept: draft, blank, save: actions.save });
  const sheet = useSheet(state.text, slug, keeper);
  const clock = useClock(slug);
  const views = useViews(slug, draft !== null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState(false);

  const { reset, read: readClock } = clock;
  const done = useCallback(
    (attemptId: string, owner: string) => {
      keeper.became(owner);
      reset();
      onHandedIn(attemptId);
    },
    [keeper, reset, onHandedIn],
  );
  const [handing, submit] = useHandIn({ slug, send: actions.handIn, done });
  const pending = handing.kind === "pending";

  const send = useCallback(() => {
    setAsking(false);
    void keeper.flush();
    const now = keeper.read();
    void submit({ text: now.text, seconds: readClock(), person: now.person });
  }, [keeper, submit, readClock]);
  const isEmpty = sheet.body.trim() === "";
  const handIn = useCallback(() => {
    if (pending) return;
    if (isEmpty) setAsking(true);
    else send();
  }, [pending, isEmpty, send]);
  useHandInKey(handIn);

  function showInText(start: number): void {
    views.show("answer");
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(start - sheet.offset, start - sheet.offset);
    });
  }

  const summary = outlineInBrief(sheet.outcome.value.design);
  return (
    <>
      <DeskBar
        title={title}
        minutes={minutes}
        clock={clock}
        state={state}
        views={views}
        remarks={sheet.remarks.length}
        handIn={{ pending, onHandIn: handIn, asking, onAsking: setAsking, onAnyway: send }}
      />
      <div
        className={classNames(
          "mx-auto grid max-w-[110rem]",
          views.briefOpen
            ? "lg:grid-cols-[minmax(17rem,2fr)_minmax(0,3fr)] xl:grid-cols-[minmax(18rem,5fr)_minmax(0,8fr)_minmax(18rem,5fr)]"
            : "lg:grid-cols-[minmax(0,3fr)_minmax(17rem,2fr)]",
        )}
      >
        <Pane label="Brief" view="brief" now={views.view} folded={!views.briefOpen} className="lg:border-r">
          {brief}
        </Pane>
        <section
          aria-label="Answer"
          className={classNames("min-w-0 px-4 py-5 sm:px-6", views.view !== "answer" && "max-lg:hidden")}
        >
          <div className="mx-auto max-w-3xl space-y-5">
            <DraftNotices state={state} keeper={keeper} signIn={signIn} />
            {handing.kind === "refused" && (
              <Callout
                kind="error"
                announce
                title="Not handed in"
                {...(handing.code === "signed-out" ? { action: signIn } : {})}
              >
                <p>{HAND_IN_WORDS[handing.code]}</p>
              </Callout>
            )}
            <AnswerForm sheet={sheet} box={box} />
          </div>
        </section>
        <Pane
          label="As it reads"
          view="reading"
          now={views.view}
          className={
            views.briefOpen ? "lg:col-start-2 lg:max-xl:border-t xl:col-start-auto xl:border-l" : "lg:border-l"
          }
          sticky={views.briefOpen ? "xl" : "lg"}
        >
          <h2 className="text-lead font-semibold">As it reads</h2>
          <p className="mt-0.5 mb-3 min-h-5 text-small text-ink-soft">{summary}</p>
          <Outline design={sheet.outcome.value.design} onShow={showInText} />
        </Pane>
      </div>
    </>
  );
}

/** Ctrl/⌘ Enter hands in, wherever the focus is. */
function useHandInKey(handIn: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      handIn();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [handIn]);
}

interface PaneProps {
  readonly label: string;
  readonly view: View;
  readonly now: View;
  readonly folded?: boolean;
  /** From which width on it stays in sight and scrolls by itself. */
  readonly sticky?: "lg" | "xl";
  readonly className?: string;
  readonly children: ReactNode;
}

const STICKY = {
  lg: "lg:sticky lg:top-[7.0625rem] lg:h-[calc(100dvh-7.0625rem)] lg:overflow-y-auto",
  xl: "xl:sticky xl:top-[7.0625rem] xl:h-[calc(100dvh-7.0625rem)] xl:overflow-y-auto",
};

/** A part at the side: a tab on a phone, a column that scrolls by itself on a wide page. */
function Pane({ label, view, now, folded = false, sticky = "lg", className, children }: PaneProps) {
  return (
    <section
      aria-label={label}
      // A column that scrolls must be reachable by keyboard.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the scroll keys need the focus
      tabIndex={0}
      className={classNames(
        "min-w-0 border-line px-4 py-5 focus-visible:-outline-offset-2 sm:px-6",
        view !== now && "max-lg:hidden",
        folded && "lg:hidden",
        STICKY[sticky],
        className,
      )}
    >
      {children}
    </section>
  );
}
