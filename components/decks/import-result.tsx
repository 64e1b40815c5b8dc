import { Callout } from "../ui/callout";
import { countWords } from "./deck-words";
import type { ImportSaid } from "./import-contract";

function sentences({ taken, updated, unchanged }: ImportSaid): string {
  const { cards, reviews, decks } = taken;
  const came = [
    ...(cards > 0 ? [`${countWords(cards, "new card")}${decks > 0 ? ` in ${countWords(decks, "deck")}` : ""}`] : []),
    ...(reviews > 0 ? [countWords(reviews, "rating")] : []),
  ];
  const parts = [came.length > 0 ? `${came.join(" and ")} came in.` : "Nothing in it was new."];
  if (updated > 0)
    parts.push(`${countWords(updated, "card")} that you had ${updated === 1 ? "was" : "were"} brought up to date.`);
  if (unchanged > 0) parts.push(`${countWords(unchanged, "card")} ${unchanged === 1 ? "is" : "are"} as before.`);
  return parts.join(" ");
}

/** What came in, and what did not. */
export function ImportResult({ name, said }: { name: string; said: ImportSaid }) {
  return (
    <Callout kind={said.skippedCount > 0 ? "warn" : "info"} title={`${name} was taken`} announce>
      <p>{sentences(said)}</p>
      {said.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {said.skippedCount > 0 && <Skipped said={said} />}
    </Callout>
  );
}

function Skipped({ said: { skipped, skippedCount } }: { said: ImportSaid }) {
  return (
    <div className="pt-2">
      <p className="font-medium">
        {countWords(skippedCount, "thing was", "things were")} left out
        {skippedCount > skipped.length && `; the first ${skipped.length}:`}
      </p>
      <ul className="mt-1 space-y-1">
        {skipped.map(({ what, why }) => (
          <li key={`${what} ${why}`} className="break-words">
            <span className="font-medium">{what}</span>: {why}
          </li>
        ))}
      </ul>
    </div>
  );
}
