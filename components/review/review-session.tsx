"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { PageKeys } from "../shell/page-keys";
import { BudgetStop } from "./budget-stop";
import { type Option, optionsOf } from "./item";
import { KeptNote } from "./kept-note";
import { SendingNote } from "./sending-note";
import { share } from "./session";
import { Summary } from "./summary";
import { Table } from "./table";
import { useOffline } from "./use-offline";
import { KEYS, useReviewKeys } from "./use-review-keys";
import { type SessionInUse, type SessionParts, useSession } from "./use-session";

const ItemInfo = dynamic(() => import("./item-info").then((module) => module.ItemInfo), { ssr: false });
const NO_OPTIONS: readonly Option[] = [];

export interface ReviewSessionProps extends SessionParts {
  /** The build that this page is of: what is kept for offline is kept for it alone. */
  build: string | null;
  /** Shown where there was nothing to review from the start. */
  empty: ReactNode;
  /** Buttons under the summary: where to go from here. */
  onward: ReactNode;
}

function useKeys(use: SessionInUse, menu: RefObject<HTMLDivElement | null>, onInfo: () => void): void {
  const router = useRouter();
  const { table } = use.session;
  const rated = table === null || table.kind === "scenario" ? null : table;
  const edit = rated?.kind === "own" ? rated.edit : null;
  useReviewKeys({
    choices: use.session.choices,
    options: rated ? optionsOf(rated) : NO_OPTIONS,
    onShow: use.show,
    onRate: use.rate,
    onUndo: use.undo,
    onSuspend: () => use.putAway("suspend"),
    onBury: () => use.putAway("bury"),
    onInfo,
    onMore: () => menu.current?.showPopover(),
    onEdit: edit === null ? null : () => router.push(edit as Route),
  });
}

/** How much of the sitting is done. */
function Hairline({ share: part }: { share: number }) {
  return (
    <svg
      aria-hidden="true"
      className="fixed inset-x-0 top-14 z-20 h-0.5 w-full text-accent"
      viewBox="0 0 1000 1"
      preserveAspectRatio="none"
    >
      <rect height="1" width={part * 1000} fill="currentColor" className="transition-[width]" />
    </svg>
  );
}

/** The table is clear: because all is done, the day's minutes are, or there was nothing. */
function Clear({ use, empty, onward }: { use: SessionInUse } & Pick<ReviewSessionProps, "empty" | "onward">) {
  const { session, undo, goOn, stop } = use;
  const asking = session.limit === "asking" && session.items.length > 0;
  if (asking) return <BudgetStop session={session} onGoOn={goOn} onStop={stop} onUndo={undo} />;
  if (session.acts.length === 0 && session.limit !== "ended") return empty;
  return <Summary session={session} onUndo={undo} onGoOn={goOn} onward={onward} />;
}

/** One card, nothing else. */
export function ReviewSession({ build, empty, onward, ...parts }: ReviewSessionProps) {
  const use = useSession(parts);
  const { session, keptSince } = use;
  const { table } = session;
  const menu = useRef<HTMLDivElement>(null);
  const [infoAt, setInfoAt] = useState<number | null>(null);
  const about = table !== null && table.kind !== "scenario" ? table : null;
  useKeys(use, menu, () => setInfoAt(Date.now()));
  useOffline({ personId: parts.personId, build, readAt: parts.queue.readAt });
  return (
    <div
      data-awake={session.begun !== null}
      // Whose page this is, and of when: the worker that keeps it for offline reads it here.
      data-person={parts.personId}
      data-read-at={parts.queue.readAt}
      className="flex grow flex-col sm:min-h-120 sm:grow-0"
    >
      <PageKeys keys={KEYS} />
      <Hairline share={table || session.acts.length > 0 ? share(session) : 0} />
      {keptSince !== null && <KeptNote since={keptSince} />}
      {table ? (
        <Table item={table} use={use} menu={menu} onInfo={() => setInfoAt(Date.now())} />
      ) : (
        <>
          <SendingNote state={use.state} refused={use.refused} onRetry={use.retry} />
          <Clear use={use} empty={empty} onward={onward} />
        </>
      )}
      {about && infoAt !== null && (
        <ItemInfo item={about} session={session} now={infoAt} onClose={() => setInfoAt(null)} />
      )}
    </div>
  );
}
