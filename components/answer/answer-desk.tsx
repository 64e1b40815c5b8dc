"use client";

import { type ReactNode, useCallback, useRef, useState } from "react";
import type { DesignHandle } from "@/components/editor/contract";
import { Callout } from "@/components/ui/callout";
import { classNames } from "@/components/ui/class-names";
import { AnswerForm } from "./answer-form";
import { DeskBar } from "./desk-bar";
import type { DeskActions, KeptDraft } from "./desk-contract";
import { DraftNotices, StrayNotice, UrgentNotices } from "./draft-notices";
import { HAND_IN_WORDS } from "./hand-in-words";
import { Pane } from "./pane";
import { Reading } from "./reading";
import { blankSheet } from "./sheet-text";
import { useAwake } from "./use-awake";
import { useCaret } from "./use-caret";
import { useClock } from "./use-clock";
import { useDraft } from "./use-draft";
import { useHandIn, useHandInKey } from "./use-hand-in";
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
  const box = useRef<DesignHandle>(null);
  const caret = useCaret();
  const awake = useAwake();
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
  const refused = handing.kind === "refused" && handing.text === state.text ? handing : null;

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
    requestAnimationFrame(() => box.current?.select(start - sheet.offset, start - sheet.offset));
  }

  return (
    <>
      <DeskBar
        inert={!awake}
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
          inert={!awake}
          className={classNames(
            "min-w-0 px-4 py-5 sm:px-6 pointer-coarse:pb-24",
            views.view !== "answer" && "max-lg:hidden",
          )}
        >
          <div className="mx-auto max-w-3xl space-y-5">
            <div className="sticky top-40 z-10 space-y-3 empty:hidden lg:top-32">
              {refused?.code !== "signed-out" && <UrgentNotices state={state} keeper={keeper} signIn={signIn} />}
              {refused && (
                <Callout
                  kind="error"
                  announce
                  title="Not handed in"
                  {...(refused.code === "signed-out" ? { action: signIn } : {})}
                >
                  <p>{HAND_IN_WORDS[refused.code]}</p>
                </Callout>
              )}
            </div>
            <StrayNotice state={state} keeper={keeper} />
            <AnswerForm
              sheet={sheet}
              box={box}
              onCaret={caret.move}
              notice={<DraftNotices state={state} keeper={keeper} />}
            />
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
          <Reading slug={slug} sheet={sheet} caret={caret} onShow={showInText} />
        </Pane>
      </div>
    </>
  );
}
