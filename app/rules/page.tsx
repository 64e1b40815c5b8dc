import type { Metadata } from "next";
import { RuleIndex } from "@/components/rules/rule-index";
import { Page, PageHeading } from "@/components/shell/page";
import { RULES } from "@/lib/rubric";

export const metadata: Metadata = {
  title: "Rules",
  description: "Every rule that an answer is graded by: what it asks, why, and how to mend it.",
};

export default function RulesPage() {
  const rules = RULES.map(({ id, dimension, doc, stores }) => {
    return { id, dimension, title: doc.title, asks: doc.asks, stores };
  });
  return (
    <Page>
      <PageHeading title="Rules">
        <p>
          Everything that an answer is graded by. Each rule says what it asks, why an interviewer cares and how to mend
          it, on examples that the grader itself has read.
        </p>
      </PageHeading>
      <div className="mt-8">
        <RuleIndex rules={rules} />
      </div>
    </Page>
  );
}
