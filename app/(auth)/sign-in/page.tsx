import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/account/account-form";
import { Page, PageHeading } from "@/components/shell/page";
import { currentPerson } from "@/lib/server";
import { signInAction } from "../actions";
import { safeNext } from "../schema";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext((await searchParams).next);
  const person = await currentPerson();
  if (person && !person.guest) redirect(next);
  return (
    <Page width="prose" className="max-w-md">
      <PageHeading title="Sign in">
        <p>
          No account yet?{" "}
          <Link
            href="/sign-up"
            className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-3"
          >
            Sign up
          </Link>
          , or go on as a guest: nothing here needs an account.
        </p>
      </PageHeading>
      <AccountForm kind="sign-in" action={signInAction} next={next} />
    </Page>
  );
}
