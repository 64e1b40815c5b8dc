import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ElsewhereForm } from "@/components/account/elsewhere-form";
import { PasswordForm } from "@/components/account/password-form";
import { Page, PageHeading } from "@/components/shell/page";
import { currentPerson } from "@/lib/server";
import { changePasswordAction, endOtherSessionsAction } from "../actions";

export const metadata: Metadata = { title: "Account" };

const PART = "mt-8 space-y-4 border-t border-line pt-6";

export default async function AccountPage() {
  const person = await currentPerson();
  if (!person || person.guest || person.email === null) redirect("/sign-in?next=/account");
  return (
    <Page width="prose" className="max-w-md">
      <PageHeading title="Account">
        <p className="break-words">{person.name ? `${person.name}, ${person.email}` : person.email}</p>
      </PageHeading>
      <section aria-labelledby="password" className={PART}>
        <h2 id="password" className="text-lead font-semibold">
          Password
        </h2>
        <PasswordForm email={person.email} action={changePasswordAction} />
      </section>
      <section aria-labelledby="elsewhere" className={PART}>
        <h2 id="elsewhere" className="text-lead font-semibold">
          Other devices
        </h2>
        <p className="text-ink-soft">For a device that is lost, or was somebody else&apos;s.</p>
        <ElsewhereForm action={endOtherSessionsAction} />
      </section>
    </Page>
  );
}
