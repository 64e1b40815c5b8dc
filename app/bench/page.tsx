import type { Metadata } from "next";
import { BenchDesk } from "@/components/proof/bench-desk";
import { Page, PageHeading } from "@/components/shell/page";
import { findBundle, loadScenarios } from "@/lib/scenario/load";
import { BenchChoice } from "./_parts/bench-choice";
import { readBench, startsOf } from "./_parts/read-bench";
import { benchSchema } from "./schema";

export const metadata: Metadata = {
  title: "Bench",
  description: "Any design and any question on a real PostgreSQL in the browser: what it refuses, and what grows.",
};

interface BenchPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function BenchPage({ searchParams }: BenchPageProps) {
  const asked = benchSchema.parse(await searchParams);
  const scenarios = loadScenarios();
  const bundle = (asked.scenario && findBundle(asked.scenario)) || scenarios[0];
  if (!bundle) throw new Error("there is no scenario");
  const { slug } = bundle.scenario;
  const starts = startsOf(bundle, asked.from ?? "");
  const from = (starts.find(({ value }) => value === asked.from) ?? starts[0])?.value ?? "";
  return (
    <Page>
      <PageHeading title="Bench">
        <p>
          Try a design on a real PostgreSQL, here in your browser: what it lets in, which questions it serves, and what
          an index changes. Nothing is graded and nothing is kept.
        </p>
      </PageHeading>
      <div className="mt-8 space-y-8">
        <BenchChoice
          slug={slug}
          from={from}
          starts={starts}
          scenarios={scenarios.map(({ scenario }) => ({ value: scenario.slug, label: scenario.title }))}
        />
        <BenchDesk key={`${slug} ${from}`} {...readBench(bundle, from)} />
      </div>
    </Page>
  );
}
