import type { Metadata } from "next";
import { FitSaid } from "@/components/settings/fit-said";
import { InterviewPlan } from "@/components/settings/interview-plan";
import { RetentionCost } from "@/components/settings/retention-cost";
import { SettingsForm } from "@/components/settings/settings-form";
import { typedFrom } from "@/components/settings/typed";
import { Page, PageHeading } from "@/components/shell/page";
import { currentPerson } from "@/lib/server";
import { Account } from "./_parts/account";
import { RULE_TITLES, readHabitsOf, scenarioTitles } from "./_parts/read-habits";
import { ZONES, Zones } from "./_parts/zones";
import { saveSettingsAction } from "./actions";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const person = await currentPerson();
  const { settings, zone, fit, perDay, plan } = await readHabitsOf(person);
  const parameters = settings.useFitted && fit?.kept ? fit.parameters : null;
  return (
    <Page>
      <PageHeading title="Settings">How your reviews are planned. Everything works as it comes.</PageHeading>
      <SettingsForm
        typed={typedFrom(settings)}
        device={zone}
        zones={ZONES}
        cost={<RetentionCost present={settings.retention} perDay={perDay} parameters={parameters} />}
        plan={plan && <InterviewPlan plan={plan} scenarios={scenarioTitles()} rules={RULE_TITLES} />}
        fit={<FitSaid fit={fit} />}
        save={saveSettingsAction}
      />
      <Zones />
      <Account person={person} />
    </Page>
  );
}
