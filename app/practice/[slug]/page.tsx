import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Prose } from "@/components/ui/prose";
import { findBundle } from "@/lib/scenario/load";
import { currentPerson, readDraft } from "@/lib/server";
import { Desk } from "./_parts/desk";
import { handInAction, saveDraftAction } from "./actions";

interface PracticePageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export async function generateMetadata({ params }: PracticePageProps): Promise<Metadata> {
  const bundle = findBundle((await params).slug);
  return bundle ? { title: bundle.scenario.title, description: bundle.scenario.summary } : {};
}

export default async function PracticePage({ params }: PracticePageProps) {
  const bundle = findBundle((await params).slug);
  if (!bundle) notFound();
  const { slug, title, minutes } = bundle.scenario;
  const person = await currentPerson();
  const draft = person ? await readDraft(person.id, slug) : null;
  return (
    <main id="main" tabIndex={-1}>
      <Desk
        scenario={{ slug, title, minutes }}
        brief={<Prose className="text-[0.9375rem] leading-6">{bundle.brief}</Prose>}
        person={person?.id ?? null}
        draft={draft}
        actions={{ save: saveDraftAction, handIn: handInAction }}
      />
    </main>
  );
}
