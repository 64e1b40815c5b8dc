import { Button } from "@/components/ui/button";
import { ClockFace } from "./clock-face";
import { DeskTabs } from "./desk-tabs";
import type { DraftState } from "./draft-state";
import { HandInButton, type HandInButtonProps } from "./hand-in-button";
import { SaveStatus } from "./save-status";
import type { Clock } from "./use-clock";
import type { Views } from "./use-views";

interface DeskBarProps {
  readonly title: string;
  readonly minutes: number;
  readonly clock: Clock;
  readonly state: DraftState;
  readonly views: Views;
  readonly remarks: number;
  readonly handIn: HandInButtonProps;
}

/** The bar that stays in sight: which scenario, whether it is saved, the time, and the way out. */
export function DeskBar({ title, minutes, clock, state, views, remarks, handIn }: DeskBarProps) {
  return (
    <div className="sticky top-14 z-20 border-b border-line bg-paper">
      <div className="mx-auto flex min-h-14 max-w-[110rem] flex-wrap items-center gap-x-3 px-4 py-1 sm:px-6">
        <h1 className="min-w-0 truncate font-semibold">{title}</h1>
        <Button
          variant="ghost"
          size="small"
          aria-expanded={views.briefOpen}
          onClick={views.toggleBrief}
          className="hidden lg:inline-flex"
        >
          {views.briefOpen ? "Fold the brief" : "Show the brief"}
        </Button>
        <div className="order-last basis-full sm:order-none sm:ml-auto sm:basis-auto">
          <SaveStatus status={state.status} keptHere={state.keptHere} />
        </div>
        <div className="ml-auto flex items-center gap-2 sm:ml-0">
          <ClockFace clock={clock} minutes={minutes} />
          <HandInButton {...handIn} />
        </div>
      </div>
      <DeskTabs view={views.view} onView={views.show} remarks={remarks} />
    </div>
  );
}
