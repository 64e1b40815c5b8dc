import { Page } from "@/components/shell/page";
import { countDue, currentPerson, listAttempts } from "@/lib/server";
import { Today } from "./_parts/today";
import { Welcome } from "./_parts/welcome";

export default async function HomePage() {
  const person = await currentPerson();
  const attempts = person ? await listAttempts(person.id) : [];
  const due = person ? await countDue(person.id, Date.now()) : 0;
  const begun = attempts.length > 0 || due > 0;
  return (
    <Page>{person && (begun || !person.guest) ? <Today personId={person.id} attempts={attempts} /> : <Welcome />}</Page>
  );
}
