interface StatusBarProps {
  /** Of the words about keys, which describe the text to a screen reader. */
  readonly id: string;
  readonly said: { readonly words: string; readonly times: number };
}

const KEYS = [
  ["Ctrl Space", "completes"],
  ["F8", "next remark"],
  ["Alt Shift F", "formats"],
  ["Esc Tab", "leaves"],
] as const;

/** Below the text: what was just done, else the keys that are worth knowing. */
export function StatusBar({ id, said }: StatusBarProps) {
  return (
    <div className="flex min-h-9 items-center border-t border-line px-3 py-1 font-sans text-small text-ink-soft [font-variant-ligatures:none]">
      <p role="status" className="min-w-0">
        {/* Said again where the same thing happens again. */}
        <span key={said.times}>{said.words}</span>
      </p>
      <p id={id} hidden={said.words !== ""} className="flex flex-wrap gap-x-4 pointer-coarse:hidden [&[hidden]]:hidden">
        {KEYS.map(([keys, does]) => (
          <span key={keys}>
            <kbd className="font-mono text-ink">{keys}</kbd> {does}
          </span>
        ))}
      </p>
    </div>
  );
}
