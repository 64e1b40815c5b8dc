/** Writes through the data layer and says "saved" after each confirmed write, until it is killed. */
import { randomUUID } from "node:crypto";
import { registerGuest } from "@/lib/server/accounts/register";
import { handIn } from "@/lib/server/attempts";
import { cardsById } from "@/lib/server/content";
import { saveDraft } from "@/lib/server/drafts";
import { rate } from "@/lib/server/reviews";

const TEXT = "---\nscenario: auction\n---\nusers: id (PK)\n";

function say(what: string, answer: { readonly ok: boolean }, id: string | number): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  process.stdout.write(`saved ${what} ${id}\n`);
}

const guest = await registerGuest();
if (!guest.ok) throw new Error(guest.code);
const person = guest.person.id;
say("person", guest, person);
let revision = 0;
for (const ref of cardsById().keys()) {
  say(
    "draft",
    await saveDraft(person, "auction", { text: `${TEXT}# ${revision}\n`, basedOn: revision || null }),
    revision + 1,
  );
  revision += 1;
  const attempt = randomUUID();
  say("attempt", await handIn(person, { id: attempt, slug: "auction", text: TEXT, seconds: 1 }), attempt);
  const review = randomUUID();
  say(
    "review",
    await rate(person, { id: review, itemId: `card:${ref}`, rating: 3, at: Date.now(), elapsed: 1 }),
    review,
  );
}
