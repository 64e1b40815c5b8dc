import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { ReportView } from "@/components/report/report-view";
import { ScoreHead } from "@/components/report/score-head";
import { Page } from "@/components/shell/page";
import { findBundle } from "@/lib/scenario/load";
import { currentPerson } from "@/lib/server";
import { NextSteps } from "./_parts/next-steps";
import { readReport } from "./_parts/read-report";

interface ReportPageProps {
  readonly params: Promise<{ readonly id: string }>;
}

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage({ params }: ReportPageProps) {
  await connection();
  const person = await currentPerson();
  const found = person && (await readReport(person.id, (await params).id));
  if (!found) notFound();
  const { attempt, before } = found;
  const bundle = findBundle(attempt.slug);
  const now = Date.now();
  return (
    <Page>
      <div className="space-y-10">
        <ScoreHead
          {...attempt}
          before={before}
          title={bundle?.scenario.title ?? attempt.slug}
          actions={<NextSteps slug={bundle ? attempt.slug : null} scheduled={attempt.scheduled} now={now} />}
        />
        <ReportView {...attempt} patterns={bundle?.scenario.patterns ?? []} answers={bundle?.answers ?? []} now={now} />
      </div>
    </Page>
  );
}
