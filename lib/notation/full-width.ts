/** Punctuation as an East Asian keyboard gives it, and what it stands for. */
const ASCII: ReadonlyMap<string, string> = new Map(
  [..."（(）)［[］]｛{｝}，,、,：:；;．.。.＝=＞>＜<！!？?－-＊*＋+／/｜|＆&"].flatMap((sign, i, all) =>
    i % 2 === 0 ? [[sign, all[i + 1] ?? sign] as const] : [],
  ),
);
/** All of them stand behind this one, so that a look at most signs ends here. */
const FIRST = 0x3000;

/** A symbol as ASCII writes it; what is no full-width sign stays. */
export function asAscii(symbol: string): string {
  return symbol.charCodeAt(0) < FIRST ? symbol : (ASCII.get(symbol) ?? symbol);
}
