/** Words with `code` between backticks, and nothing else of Markdown. */
export function InlineCode({ text }: { text: string }) {
  const parts = text.split("`").map((words, i) => ({ id: `${i}`, words, isCode: i % 2 === 1 }));
  return parts.map(({ id, words, isCode }) =>
    isCode ? (
      <code key={id} className="rounded-sm bg-sunk px-1 text-[0.9375em] break-words">
        {words}
      </code>
    ) : (
      words
    ),
  );
}
