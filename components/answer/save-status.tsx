import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import type { DraftState, DraftStatus } from "./draft-state";

const WORDS: Record<DraftStatus, string> = {
  idle: "",
  waiting: "Saving",
  saving: "Saving",
  saved: "Saved",
  offline: "Not saved: offline",
  failed: "Not saved: no answer from the server",
  "too-long": "Not saved: more than 64 kB",
  conflict: "Not saved: changed elsewhere",
  "signed-out": "Not saved: your session ended",
  "other-person": "Not saved: signed in as somebody else",
};

const CALM: readonly DraftStatus[] = ["idle", "waiting", "saving", "saved"];

/** Whether the draft is kept, and where. Only trouble is announced. */
export function SaveStatus({ status, keptHere }: Pick<DraftState, "status" | "keptHere">) {
  const calm = CALM.includes(status);
  const icon: IconName = calm ? "check" : "warn";
  const words = calm ? WORDS[status] : `${WORDS[status]}, ${keptHere ? "kept on this device" : "keep this page open"}`;
  return (
    <p className={classNames("flex min-h-5 items-center gap-1.5 text-small", calm ? "text-ink-faint" : "text-partly")}>
      {status !== "idle" && (
        <Icon
          name={icon}
          className={classNames("size-3.5", (status === "waiting" || status === "saving") && "invisible")}
        />
      )}
      <span data-draft-status={status}>{words}</span>
      <span role="status" className="sr-only">
        {calm ? "" : words}
      </span>
    </p>
  );
}
