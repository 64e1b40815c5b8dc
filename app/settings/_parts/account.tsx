import Link from "next/link";
import type { Person } from "@/lib/server";

const LINK = "text-accent-text underline underline-offset-3";

/** Where these settings are kept. */
export function Account({ person }: { person: Person | null }) {
  if (person && !person.guest) {
    return (
      <p className="mt-6 text-small text-ink-soft">
        Kept with the account {person.email}.{" "}
        <Link href="/account" className={LINK}>
          Password and devices
        </Link>
      </p>
    );
  }
  return (
    <p className="mt-6 text-small text-ink-soft">
      {person ? "You are a guest: these are kept for this browser only. " : "You are not signed in. "}
      <Link href="/sign-up" className={LINK}>
        Sign up
      </Link>{" "}
      to keep them, or{" "}
      <Link href="/sign-in" className={LINK}>
        sign in
      </Link>
      .
    </p>
  );
}
