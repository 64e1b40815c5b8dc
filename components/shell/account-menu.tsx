"use client";

import Link from "next/link";
import { useRef } from "react";
import { Icon } from "../ui/icon";
import { forgetKeptPages } from "./offline";
import { openPanel } from "./panel-store";
import { ThemeSwitch } from "./theme-switch";

/** Who is here, as far as the header must know. */
export interface HeaderPerson {
  readonly name: string | null;
  readonly email: string | null;
  readonly guest: boolean;
}

export interface AccountMenuProps {
  person: HeaderPerson | null;
  signOut: () => Promise<void>;
}

function Who({ person }: { person: HeaderPerson | null }) {
  if (person === null) return <p className="text-small text-ink-soft">You are not signed in.</p>;
  if (person.guest) {
    return (
      <p className="text-small text-ink-soft">
        <span className="block text-body font-medium text-ink">Guest</span>
        Your work is kept in this browser only.
      </p>
    );
  }
  return (
    <p className="text-small text-ink-soft">
      <span className="block text-body font-medium text-ink">{person.name ?? person.email}</span>
      {person.name ? person.email : null}
    </p>
  );
}

const ROW =
  "flex min-h-11 w-full items-center rounded-sm px-3 text-left text-small hover:bg-hover md:min-h-9 aria-disabled:opacity-55";

/**
 * Account and theme. The browser's own popover: it closes on Escape and on a press outside, and gives the focus back,
 * without a menu library on the way to a review.
 */
export function AccountMenu({ person, signOut }: AccountMenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  const close = () => panel.current?.hidePopover();
  const show = (name: "palette" | "keys") => {
    close();
    openPanel(name);
  };
  const leave = () => {
    close();
    forgetKeptPages();
  };
  const label = person === null ? "Account" : person.guest ? "Guest" : (person.name ?? person.email ?? "Account");
  return (
    <>
      <button
        type="button"
        popoverTarget="account-menu"
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-md px-2 text-small text-ink-soft hover:bg-hover hover:text-ink md:min-h-9"
      >
        <Icon name="person" />
        <span className="sr-only sm:not-sr-only sm:max-w-40 sm:truncate">{label}</span>
      </button>
      <div
        ref={panel}
        id="account-menu"
        popover="auto"
        role="dialog"
        aria-label="Account and theme"
        className="fixed inset-auto top-14 right-3 m-0 w-72 rounded-lg border border-line bg-surface p-2 text-ink shadow-float"
      >
        <div className="px-3 py-2">
          <Who person={person} />
        </div>
        {(person === null || person.guest) && (
          <>
            <Link href="/sign-up" onClick={close} className={`${ROW} font-medium text-accent-text`}>
              {person === null ? "Sign up" : "Sign up to keep this"}
            </Link>
            <Link href="/sign-in" onClick={close} className={ROW}>
              Sign in
            </Link>
          </>
        )}
        <div className="my-2 border-y border-line py-2">
          <ThemeSwitch />
        </div>
        <Link href="/decks" onClick={close} className={ROW}>
          Decks, import and export
        </Link>
        <Link href="/settings" onClick={close} className={ROW}>
          Settings
        </Link>
        {person !== null && !person.guest && (
          <Link href="/account" onClick={close} className={ROW}>
            Password and devices
          </Link>
        )}
        <button type="button" onClick={() => show("palette")} className={ROW}>
          Go to a page or a scenario
        </button>
        <button type="button" onClick={() => show("keys")} className={ROW}>
          Keys of this page
        </button>
        {person !== null && !person.guest && (
          <form action={signOut} onSubmit={leave}>
            <button type="submit" className={ROW}>
              Sign out
            </button>
          </form>
        )}
      </div>
    </>
  );
}
