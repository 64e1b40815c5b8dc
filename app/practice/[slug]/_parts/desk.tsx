"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { AnswerDesk, type AnswerDeskProps } from "@/components/answer/answer-desk";
import { PageKeys } from "@/components/shell/page-keys";
import { LinkButton } from "@/components/ui/link-button";

const KEYS = [
  { keys: ["Ctrl Enter", "⌘ Enter"], does: "Hand in" },
  { keys: ["Ctrl Space"], does: "Complete, in the design" },
  { keys: ["F8", "Shift F8"], does: "Next or previous remark" },
  { keys: ["Ctrl .", "⌘ ."], does: "Mend the remark at the caret" },
  { keys: ["Ctrl F", "⌘ F"], does: "Find and replace" },
  { keys: ["Alt Shift F"], does: "Format the design" },
  { keys: ["Tab"], does: "Indent, in the design" },
  { keys: ["Esc Tab"], does: "Leave the design" },
] as const;

/** The desk with its routes. */
export function Desk(props: Omit<AnswerDeskProps, "onHandedIn" | "signIn">) {
  const router = useRouter();
  const back = encodeURIComponent(`/practice/${props.scenario.slug}`);
  const onHandedIn = useCallback((attemptId: string) => router.push(`/reports/${attemptId}`), [router]);
  return (
    <>
      <PageKeys keys={KEYS} />
      <AnswerDesk
        {...props}
        onHandedIn={onHandedIn}
        signIn={
          <LinkButton href={`/sign-in?next=${back}` as Route} size="small">
            Sign in
          </LinkButton>
        }
      />
    </>
  );
}
