import { Page } from "@/components/shell/page";
import { countQueue, currentPerson, listAttempts } from "@/lib/server";
import { Today } from "./_parts/today";
import { Welcome } from "./_parts/welcome";

export default async function HomePage() {
  const person = await currentPerson();
  const attempts = person ? await listAttempts(person.id) : [];
  const counts = person ? await countQueue(person.id, Date.now()) : null;
  const begun = attempts.length > 0 || (counts !== null && counts.due + counts.learning > 0);
  return (
    <Page>{person && (begun || !person.guest) ? <Today personId={person.id} attempts={attempts} /> : <Welcome />}</Page>
  );
}
