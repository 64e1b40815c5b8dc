import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { Suspense } from "react";
import { ScoreHead } from "@/components/report/score-head";
import { Page } from "@/components/shell/page";
import { findBundle } from "@/lib/scenario/load";
import { currentPerson, readAttempt } from "@/lib/server";
import { NextSteps } from "./_parts/next-steps";
import { ReportBody } from "./_parts/report-body";
import { ReportSkeleton } from "./_parts/report-skeleton";

interface ReportPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export const metadata: Metadata = { title: "Report" };

/** What is not there is said at once, with its status; only the rest may come later. */
export default async function ReportPage({ params }: ReportPageProps) {
  await connection();
  const person = await currentPerson();
  const attempt = person && (await readAttempt(person.id, (await params).id));
  if (!attempt) notFound();
  const bundle = findBundle(attempt.slug);
  const now = Date.now();
  return (
    <Page>
      <div className="space-y-10">
        <ScoreHead
          {...attempt}
          title={bundle?.scenario.title ?? attempt.slug}
          actions={<NextSteps slug={bundle ? attempt.slug : null} scheduled={attempt.scheduled} now={now} />}
        />
        <Suspense fallback={<ReportSkeleton />}>
          <ReportBody personId={person.id} attempt={attempt} bundle={bundle} now={now} />
        </Suspense>
      </div>
    </Page>
  );
}
