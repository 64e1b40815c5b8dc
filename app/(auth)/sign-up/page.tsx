import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AccountForm } from "@/components/account/account-form";
import { Page, PageHeading } from "@/components/shell/page";
import { currentPerson } from "@/lib/server";
import { signUpAction } from "../actions";
import { safeNext } from "../schema";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const next = safeNext((await searchParams).next);
  const person = await currentPerson();
  if (person && !person.guest) redirect(next);
  return (
    <Page width="prose" className="max-w-md">
      <PageHeading title="Sign up">
        <p>
          Everything you did as a guest stays yours: drafts, answers and reviews, on every device you sign in on.
          Already signed up?{" "}
          <Link
            href="/sign-in"
            className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-3"
          >
            Sign in
          </Link>
        </p>
      </PageHeading>
      <AccountForm kind="sign-up" action={signUpAction} next={next} />
    </Page>
  );
}
