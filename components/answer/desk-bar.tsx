import { Button } from "@/components/ui/button";
import { ClockFace } from "./clock-face";
import { DeskTabs } from "./desk-tabs";
import type { DraftState } from "./draft-state";
import { HandInButton, type HandInButtonProps } from "./hand-in-button";
import { SaveStatus } from "./save-status";
import type { Clock } from "./use-clock";
import type { Views } from "./use-views";

interface DeskBarProps {
  /** Until the page can answer a press. */
  readonly inert: boolean;
  readonly title: string;
  readonly minutes: number;
  readonly clock: Clock;
  readonly state: DraftState;
  readonly views: Views;
  readonly remarks: number;
  readonly handIn: HandInButtonProps;
}

/** The bar that stays in sight: which scenario, whether it is saved, the time, and the way out. */
export function DeskBar({ inert, title, minutes, clock, state, views, remarks, handIn }: DeskBarProps) {
  return (
    <div inert={inert} className="sticky top-14 z-20 border-b border-line bg-paper">
      <div className="mx-auto flex min-h-14 max-w-[110rem] items-center gap-x-3 px-4 py-1 sm:px-6">
        <div className="min-w-0 grow sm:flex sm:items-center sm:gap-3">
          <h1 className="truncate font-semibold">{title}</h1>
          <div className="max-lg:hidden">
            <Button variant="ghost" size="small" aria-expanded={views.briefOpen} onClick={views.toggleBrief}>
              {views.briefOpen ? "Fold the brief" : "Show the brief"}
            </Button>
          </div>
          <div className="sm:ml-auto">
            <SaveStatus status={state.status} keptHere={state.keptHere} />
          </div>
        </div>
        <ClockFace clock={clock} minutes={minutes} />
        <HandInButton {...handIn} />
      </div>
      <DeskTabs view={views.view} onView={views.show} remarks={remarks} />
    </div>
  );
}
