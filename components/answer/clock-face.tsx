import { Icon } from "@/components/ui/icon";
import { type Clock, minutesAndSeconds } from "./use-clock";

/** Time on this page, of the scenario's minutes. It says nothing and does nothing when they are over; a press hides it. */
export function ClockFace({ clock, minutes }: { clock: Clock; minutes: number }) {
  const { seconds, hidden, toggle } = clock;
  return (
    <button
      type="button"
      onClick={toggle}
      aria-pressed={!hidden}
      aria-label="Clock"
      title={hidden ? "Show the clock" : "Hide the clock"}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-md px-2 font-mono text-small text-ink-soft hover:bg-hover md:min-h-9"
    >
      <Icon name="clock" />
      {!hidden && (
        <span className="whitespace-nowrap">
          {minutesAndSeconds(seconds)}
          <span className="text-ink-faint"> / {minutes}:00</span>
        </span>
      )}
    </button>
  );
}
