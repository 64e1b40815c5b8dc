import { type PatternTrace, wantedColumns } from "@/lib/access";
import { findTable, type Table } from "@/lib/design";
import { findRole, readGiven } from "@/lib/scenario";
import { code } from "./context";
import { isForEnded, isWithoutEnd } from "./expiry";
import { namesIdentify, weakPlace } from "./keys";
import type { Context, Judgement, Verdict } from "./rule";

const VERDICT: Readonly<Record<PatternTrace["served"], Verdict>> = {
  served: "met",
  partly: "partial",
  unserved: "missed",
};

/** What would serve the first step that nothing serves, in the words of the store. */
export type Mend = (table: string, columns: string) => string;

function fixOf(trace: PatternTrace, mend: Mend): string {
  const weak = trace.steps.find((step) => step.served !== "served" && step.lookup !== null);
  if (!weak?.lookup) return "Keep in one place what is asked for together.";
  return mend(weak.lookup.table.name.text, wantedColumns(weak.lookup));
}

/** The links are a list in the row of one end, and the question gives that end: the row is found, its list is not searched. */
function isInList({ alignment, scenario }: Context, { pattern, missing }: PatternTrace): boolean {
  const [step] = pattern.steps;
  if (!step || !missing.includes(step.find)) return false;
  const held = [...alignment.relations].flatMap(([id, place]) =>
    place.how === "list" && id.startsWith(`${step.find}->`) ? [id.slice(step.find.length + 2)] : [],
  );
  const given = step.where.flatMap((text) => readGiven(text)?.column ?? []);
  return held.length > 0 && given.some((name) => !held.includes(name) && findRole(scenario, step.find, name) !== null);
}

/** A pattern that asks for what the design lacks: another rule speaks of the lack; that the question goes unanswered follows. */
function judgeLacking(context: Context, trace: PatternTrace): readonly Judgement[] {
  const { id, heat, words, asks } = trace.pattern;
  if (isInList(context, trace)) {
    const why = `“${asks.replace(/[.?]$/, "")}” finds the row with the list, and must then look through it.`;
    return [
      {
        subject: id,
        stake: heat,
        verdict: "partial",
        message: why,
        fix: "Keep each link as a row.",
        span: null,
        brief: words,
        follows: true,
      },
    ];
  }
  const message = `“${asks.replace(/[.?]$/, "")}” cannot be answered: there is no ${trace.missing.join(", no ")} to ask for.`;
  const fix = "Add what is missing first.";
  return [{ subject: id, stake: heat, verdict: "missed", message, fix, span: null, brief: words, follows: true }];
}

/** True where one row of the entity lies in several tables and the question needs more than one of them: the split is the cause. */
export function isSplit({ alignment, store }: Context, { served, steps }: PatternTrace, entity?: string): boolean {
  const weak = steps.find((step) => step.served !== "served");
  const apart = weak?.lookup === null && weak.missing.length === 0 && weak.path === null;
  const find = weak?.step.find ?? "";
  const parts = alignment.entities.get(find)?.parts.length ?? 0;
  return store === "relational" && served !== "served" && apart && parts > 0 && (entity ?? find) === find;
}

/** A question for what is over, where the ttl that makes it needless was forgotten. */
function isUnended(context: Context, { pattern }: PatternTrace): boolean {
  const entity = pattern.steps[0]?.find ?? "";
  return isForEnded(pattern, entity) && isWithoutEnd(context, entity);
}

const isUnkeyedNode = (node: Table | null): boolean => node?.keys.length === 0 && node.indexes.length === 0;

/** A walk that has nowhere to start, because the node at an end of its edge has no key; or a node that only its key would find. */
function isUnkeyed(context: Context, { steps }: PatternTrace): boolean {
  const { design } = context.alignment;
  const weak = steps.find(({ served }) => served !== "served");
  const holder = weak?.lookup?.holder;
  if (holder?.edge) return [holder.edge.from, holder.edge.to].some((end) => isUnkeyedNode(findTable(design, end)));
  if (!weak || holder?.kind !== "node" || !isUnkeyedNode(holder.table)) return false;
  const given = new Set(weak.step.where.flatMap((text) => readGiven(text)?.column ?? []));
  const alongEdge = weak.lookup?.equal.some(({ column }) => column.startsWith("~")) === true;
  return alongEdge || given.has("id") || namesIdentify(context, weak.step.find, given);
}

/** The right partition is asked; what would tell its rows apart is not in the key, and neither is what the question goes on by. */
function isTooShort(context: Context, { steps }: PatternTrace): boolean {
  const weak = steps.find(({ served }) => served !== "served");
  if (weak?.served !== "partly" || weak.path?.walked !== "partition" || weak.path.index !== null) return false;
  return weakPlace(context, weak.step.find)?.holder === weak.lookup?.holder;
}

/** Another rule speaks of the cause. */
function isFollowing(context: Context, trace: PatternTrace): boolean {
  return (
    isSplit(context, trace) || isUnended(context, trace) || isUnkeyed(context, trace) || isTooShort(context, trace)
  );
}

function judgeTrace(context: Context, trace: PatternTrace, mend: Mend): readonly Judgement[] {
  if (trace.missing.length > 0) return judgeLacking(context, trace);
  const { id, heat, words, asks } = trace.pattern;
  const base = { subject: id, stake: heat, brief: words } as const;
  const question = asks.replace(/[.?]$/, "");
  if (trace.served === "served") {
    const by = trace.by === "" ? `needs no look-up: ${trace.why.trim()}` : `is served by ${code(trace.by)}`;
    return [{ verdict: "met", ...base, message: `“${question}” ${by}.`, fix: "", span: trace.span }];
  }
  const ending = trace.served === "partly" ? "so the work grows with the data." : "so everything is read.";
  const message = `“${question}”: ${trace.why}, ${ending}`;
  const table = trace.steps.find((step) => step.served !== "served")?.lookup?.table;
  const span = trace.span ?? table?.name.span ?? null;
  const follows = isFollowing(context, trace) ? { follows: true as const } : {};
  return [{ verdict: VERDICT[trace.served], ...base, message, fix: fixOf(trace, mend), span, ...follows }];
}

/** What the store's rule says of each access pattern. Where no hot question at all is answered, the shape has lost the main one. */
export function judgePatterns(context: Context, mend: Mend): readonly Judgement[] {
  const { traces } = context;
  const hot = traces.filter(({ pattern }) => pattern.heat === "hot");
  const lost = hot.every(({ served, missing }) => served === "unserved" && missing.length === 0);
  return traces.flatMap((trace) =>
    judgeTrace(context, trace, mend).map((one) =>
      lost && one.stake === "hot" && !one.follows ? { ...one, stake: "fatal" as const } : one,
    ),
  );
}
