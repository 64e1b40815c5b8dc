import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Part } from "@/components/report/part";
import { DIMENSION_WORDS } from "@/components/report/report-words";
import { ExecutedExample } from "@/components/rules/executed-example";
import { RuleHead } from "@/components/rules/rule-head";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/link-button";
import { RULES } from "@/lib/rubric";
import { placesOfRule } from "@/lib/server";
import { CardList } from "./_parts/card-list";
import { Neighbours } from "./_parts/neighbours";
import { Places } from "./_parts/places";
import { cardsOf, executeExamples, findRule, neighboursOf, type RuleParams } from "./_parts/read-rule";

interface RulePageProps {
  readonly params: Promise<RuleParams>;
}

export function generateStaticParams(): RuleParams[] {
  return RULES.map(({ id }) => {
    const [dimension = "", rule = ""] = id.split("/");
    return { dimension, rule };
  });
}

export async function generateMetadata({ params }: RulePageProps): Promise<Metadata> {
  const rule = findRule(await params);
  return rule ? { title: rule.doc.title, description: rule.doc.asks } : {};
}

export default async function RulePage({ params }: RulePageProps) {
  const rule = findRule(await params);
  if (!rule) notFound();
  return (
    <Page className="space-y-12">
      <RuleHead
        {...rule}
        way={
          <Link href="/rules" className="underline decoration-line-strong underline-offset-3 hover:text-ink">
            Rules
          </Link>
        }
        dimensionName={DIMENSION_WORDS[rule.dimension]}
      />
      <Part title="On real sheets" note="Run through the grader as you see them; the remarks are its own.">
        <div className="space-y-10">
          {executeExamples(rule).map((example) => (
            <ExecutedExample key={example.scope} {...example} />
          ))}
        </div>
      </Part>
      <Part title="Cards that teach it">
        <CardList cards={cardsOf(rule)} />
        <LinkButton href={`/review?rule=${rule.id}` as Route} className="mt-4">
          Review them, with drills
        </LinkButton>
      </Part>
      <Part title="Where it can bite">
        <Places places={placesOfRule(rule.id)} />
      </Part>
      <Neighbours {...neighboursOf(rule)} />
    </Page>
  );
}
