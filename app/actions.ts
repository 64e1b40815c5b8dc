"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { RULE_IDS } from "@/lib/rubric";
import { signOut, startGuest } from "@/lib/server";

/** Begins at once, without a form, at the given page. Who is there already stays who they are. */
async function startAt(place: Route): Promise<never> {
  const started = await startGuest();
  if (!started.ok) throw new Error(`A guest could not begin: ${started.code}`);
  redirect(place);
}

export async function startAuctionAction(): Promise<void> {
  await startAt("/practice/auction" as Route);
}

/** @param rule to begin with what teaches one rule; null to begin with the first cards. */
export async function startReviewAction(rule: string | null): Promise<void> {
  const known = RULE_IDS.find((id) => id === rule);
  await startAt(known ? (`/review?rule=${known}` as Route) : "/review");
}

export async function signOutAction(): Promise<void> {
  const ended = await signOut();
  if (!ended.ok) throw new Error(`The session could not be ended: ${ended.code}`);
  redirect("/");
}
