import type { Metadata } from "next";
import { Figures } from "@/components/progress/figures";
import { ScenarioScores } from "@/components/progress/scenario-scores";
import { WeekAhead } from "@/components/progress/week-ahead";
import { Page, PageHeading } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { currentPerson, readProgress } from "@/lib/server";
import { NoProgress } from "./_parts/empty";
import { sayRetention } from "./_parts/words";

export const metadata: Metadata = { title: "Progress" };

export default async function ProgressPage() {
  const person = await currentPerson();
  const progress = person ? await readProgress(person.id, Date.now()) : null;
  if (!progress || progress.counts.attempts + progress.counts.reviews === 0) return <NoProgress />;
  const { due, scenarios, counts, retention } = progress;
  return (
    <Page className="space-y-12">
      <PageHeading title="Progress" />
      <section aria-labelledby="due">
        <h2 id="due" className="text-lead font-semibold">
          What is due
        </h2>
        <div className="mt-4 flex flex-wrap items-end justify-between gap-6">
          <Figures
            figures={[
              { label: "now", value: due.now },
              { label: "today", value: due.today },
              { label: "in seven days", value: due.week },
            ]}
          />
          {due.now > 0 && (
            <LinkButton href="/review" variant="primary">
              Review now
            </LinkButton>
          )}
        </div>
      </section>
      <section aria-labelledby="scores">
        <h2 id="scores" className="text-lead font-semibold">
          Scenarios
        </h2>
        {scenarios.length === 0 && <p className="mt-2 text-ink-soft">You have not handed in an answer yet.</p>}
        <div className="mt-4 flex flex-wrap gap-x-12 gap-y-10">
          {scenarios.map((scenario) => (
            <ScenarioScores key={scenario.slug} {...scenario} />
          ))}
        </div>
      </section>
      <section aria-labelledby="memory" className="max-w-prose">
        <h2 id="memory" className="text-lead font-semibold">
          What stays
        </h2>
        <p className="mt-2 text-ink-soft">{sayRetention(retention, counts)}</p>
      </section>
      <section aria-labelledby="week">
        <h2 id="week" className="text-lead font-semibold">
          The week ahead
        </h2>
        <p className="mt-2 mb-4 text-ink-soft">
          How many reviews come on which day. New cards of later days are not in it.
        </p>
        <WeekAhead days={due.days} />
      </section>
    </Page>
  );
}
