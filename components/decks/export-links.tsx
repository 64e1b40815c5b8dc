import { buttonClass } from "../ui/button";

const FILES = [
  {
    what: "anki",
    words: "Anki package",
    about: "Every card with its schedule and your ratings. Anki takes it as it is.",
  },
  { what: "cards", words: "Cards (CSV)", about: "One row a card, with its schedule, for a spreadsheet." },
  { what: "reviews", words: "Ratings (CSV)", about: "One row for each time you rated a card." },
  {
    what: "json",
    words: "Everything (JSON)",
    about: "All that is kept of you but your password: answers, reports, drafts, drills and settings too.",
  },
] as const;

/** What can be taken out, each as a file. Plain links: they work without a script. */
export function ExportLinks() {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {FILES.map(({ what, words, about }) => (
        <li key={what} className="flex flex-col items-start gap-2 rounded-lg border border-line bg-surface p-4">
          <a href={`/decks/export/${what}`} download className={buttonClass("quiet")}>
            {words}
          </a>
          <p className="text-small text-ink-soft">{about}</p>
        </li>
      ))}
    </ul>
  );
}
