import type { StoreType } from "@/lib/design";
import type { PatternResult } from "@/lib/rubric";
import { ToneBadge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { InlineCode } from "../ui/inline-code";
import { PATTERN_WORDS } from "./report-words";
import { WAY_KINDS, type WayKind, waysOf } from "./ways";

/** What the scenario says of a pattern. */
export interface PatternWords {
  readonly id: string;
  readonly asks: string;
  readonly heat: "hot" | "warm";
}

interface PatternMatrixProps {
  /** The type of the main store: what can serve in it. */
  readonly store: StoreType;
  readonly results: readonly PatternResult[];
  readonly patterns: readonly PatternWords[];
}

interface Row extends PatternResult {
  readonly asks: string;
  readonly heat: PatternWords["heat"] | null;
  readonly ways: ReturnType<typeof waysOf>;
}

const KIND_WORDS: Readonly<Record<WayKind, string>> = {
  key: "Key",
  index: "Index",
  template: "Key template",
  partition: "Partition",
  edge: "Edge",
};

/** What can serve a question in each store; a column even where nothing does. */
const SERVES: Readonly<Record<StoreType, readonly WayKind[]>> = {
  relational: ["key", "index"],
  document: ["key", "index"],
  "key-value": ["index", "template", "partition"],
  "wide-column": ["partition", "index"],
  graph: ["key", "index", "edge"],
};

const HEATS = { hot: "hot: all day long", warm: "warm: now and then" } as const;

/** Each question that is asked of the data, and what answers it: a matrix, on a phone a list. */
export function PatternMatrix({ store, results, patterns }: PatternMatrixProps) {
  const rows = results.map((result): Row => {
    const words = patterns.find(({ id }) => id === result.id);
    return { ...result, asks: words?.asks ?? "", heat: words?.heat ?? null, ways: waysIn(result) };
  });
  const kinds = WAY_KINDS.filter(
    (kind) => SERVES[store].includes(kind) || rows.some(({ ways }) => ways.some((way) => way.kind === kind)),
  );
  return (
    <>
      <Matrix rows={rows} kinds={kinds} />
      <PatternList rows={rows} />
    </>
  );
}

/** What serves it; where something helps but is not enough, the report names it first in its reason. */
function waysIn({ verdict, by, why }: PatternResult): ReturnType<typeof waysOf> {
  return waysOf(by === "" && verdict === "partly" ? (/^`([^`]+)`/.exec(why)?.[1] ?? "") : by);
}

/** A sentence begins with a capital; what the candidate wrote stays as it is. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const CELL = "px-3 py-2.5 align-top";

function Matrix({ rows, kinds }: { rows: readonly Row[]; kinds: readonly WayKind[] }) {
  return (
    <table className="w-full border-y border-line text-small leading-5 max-md:hidden">
      <thead className="border-b border-line text-left text-ink-faint">
        <tr>
          <th scope="col" className="w-[30%] px-3 py-2 font-normal">
            Question
          </th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" className="px-3 py-2 font-normal">
              {KIND_WORDS[kind]}
            </th>
          ))}
          <th scope="col" className="w-[26%] px-3 py-2 font-normal">
            Verdict
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map((row) => (
          <tr key={row.id} className="hover:bg-hover/50">
            <th scope="row" className={`${CELL} text-left font-normal`}>
              <Question row={row} />
            </th>
            {kinds.map((kind) => (
              <td key={kind} className={CELL}>
                <Ways row={row} kind={kind} />
              </td>
            ))}
            <td className={CELL}>
              <Answer row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Question({ row: { id, asks, heat } }: { row: Row }) {
  return (
    <>
      {asks}
      <span className="block text-ink-faint">
        <span className="font-mono">{id}</span>
        {heat && <span className="ml-2">{HEATS[heat]}</span>}
      </span>
    </>
  );
}

/** A sign and the way's own words where it serves; a dot that is silent where it does not. */
function Ways({ row, kind }: { row: Row; kind: WayKind }) {
  const own = row.ways.filter((way) => way.kind === kind);
  if (own.length === 0)
    return (
      <span className="text-ink-faint">
        <span aria-hidden="true">·</span>
        <span className="sr-only">no</span>
      </span>
    );
  return (
    <ul className="space-y-1">
      {own.map(({ written }) => (
        <li key={written} className="flex gap-1.5 font-mono [overflow-wrap:anywhere]">
          <Icon name={row.verdict === "served" ? "check" : "half"} className="mt-0.5 size-3.5 text-ink-faint" />
          <span>
            <span className="sr-only">{row.verdict === "served" ? "yes: " : "in part: "}</span>
            {written}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Answer({ row: { verdict, why } }: { row: Row }) {
  const { tone, words } = PATTERN_WORDS[verdict];
  return (
    <>
      <ToneBadge tone={tone}>{words}</ToneBadge>
      <span className="mt-1 block text-ink-soft">
        <InlineCode text={capital(why)} />
      </span>
    </>
  );
}

function PatternList({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line text-small leading-5 md:hidden">
      {rows.map((row) => (
        <li key={row.id} className="space-y-2 py-3">
          <p>
            <Question row={row} />
          </p>
          <div>
            <Answer row={row} />
          </div>
          {row.ways.map(({ kind, written }) => (
            <p key={written} className="flex gap-2">
              <span className="shrink-0 text-ink-faint">{KIND_WORDS[kind]}</span>
              <span className="min-w-0 font-mono [overflow-wrap:anywhere]">{written}</span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
