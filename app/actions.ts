"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
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

export async function startReviewAction(): Promise<void> {
  await startAt("/review");
}

export async function signOutAction(): Promise<void> {
  const ended = await signOut();
  if (!ended.ok) throw new Error(`The session could not be ended: ${ended.code}`);
  redirect("/");
}
