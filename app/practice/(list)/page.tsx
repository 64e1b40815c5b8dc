import type { Metadata } from "next";
import { ScenarioRow } from "@/components/practice/scenario-row";
import { Page, PageHeading } from "@/components/shell/page";
import { STORE_TYPES } from "@/lib/design";
import { loadScenarios } from "@/lib/scenario/load";
import { currentPerson, listAttempts } from "@/lib/server";

export const metadata: Metadata = { title: "Practice" };

const EASIEST_FIRST = ["warm-up", "core", "hard"];

export default async function PracticePage() {
  const person = await currentPerson();
  const attempts = person ? await listAttempts(person.id) : [];
  const scenarios = loadScenarios()
    .map(({ scenario }) => scenario)
    .sort((a, b) => EASIEST_FIRST.indexOf(a.difficulty) - EASIEST_FIRST.indexOf(b.difficulty) || a.minutes - b.minutes);
  return (
    <Page>
      <PageHeading title="Practice">
        <p>
          Read a brief as an interviewer gives it, write your design, hand it in. The report tells what holds, what
          breaks, and why.
        </p>
      </PageHeading>
      <ul className="mt-8 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {scenarios.map((scenario) => (
          <ScenarioRow
            key={scenario.slug}
            {...scenario}
            stores={STORE_TYPES.filter((type) => scenario.stores[type].fit === "best")}
            last={attempts.find(({ slug }) => slug === scenario.slug) ?? null}
          />
        ))}
      </ul>
    </Page>
  );
}
