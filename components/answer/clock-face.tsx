import { useSyncExternalStore } from "react";
import { Icon } from "@/components/ui/icon";
import { type Clock, minutesAndSeconds } from "./use-clock";

/** Time on this page, of the scenario's minutes. It says nothing and does nothing when they are over; a press hides it. */
export function ClockFace({ clock, minutes }: { clock: Clock; minutes: number }) {
  const seconds = useSyncExternalStore(clock.subscribe, clock.read, clock.read);
  const hidden = useSyncExternalStore(clock.subscribe, clock.isHidden, clock.isHidden);
  return (
    <div className="flex items-center font-mono text-small text-ink-soft">
      <button
        type="button"
        onClick={clock.toggle}
        aria-pressed={!hidden}
        aria-label="Clock"
        title={hidden ? "Show the clock" : "Hide the clock"}
        className="inline-flex size-11 items-center justify-center rounded-md hover:bg-hover hover:text-ink md:size-9"
      >
        <Icon name="clock" />
      </button>
      {!hidden && (
        <span role="timer" className="whitespace-nowrap">
          {minutesAndSeconds(seconds)}
          <span className="text-ink-faint max-[25rem]:hidden"> / {minutes}:00</span>
        </span>
      )}
    </div>
  );
}
