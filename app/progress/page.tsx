import type { Metadata } from "next";
import { ProgressPart } from "@/components/progress/chart";
import { Today } from "@/components/progress/today";
import { Page, PageHeading } from "@/components/shell/page";
import { currentPerson, readProgress } from "@/lib/server";
import { NoProgress } from "./_parts/empty";
import { History } from "./_parts/history";
import { Mastery } from "./_parts/mastery";
import { Scores } from "./_parts/scores";

export const metadata: Metadata = { title: "Progress" };

export default async function ProgressPage() {
  const person = await currentPerson();
  const progress = person ? await readProgress(person.id, Date.now()) : null;
  if (!progress || progress.counts.attempts + progress.counts.reviews === 0) return <NoProgress />;
  return (
    <Page className="space-y-14">
      <PageHeading title="Progress" />
      <ProgressPart id="today" title="Today">
        <Today {...progress.today} />
      </ProgressPart>
      <Mastery {...progress} />
      <Scores {...progress} />
      <History {...progress} />
    </Page>
  );
}
