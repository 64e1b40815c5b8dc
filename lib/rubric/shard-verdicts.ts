import { rememberedLast } from "@/lib/design";
import { placingsOf } from "./places";
import type { Context } from "./rule";
import {
  gathersWrites,
  isAdded,
  isGivenByHot,
  isIdUnknown,
  isOwnName,
  isScattered,
  partitionShards,
  type Shard,
  saidShards,
  sameNames,
} from "./shards";

/** What is said of one way of spreading rows. */
export type ShardVerdict = "right" | "fine" | "hot" | "wrong";

export interface JudgedShard {
  readonly shard: Shard;
  readonly verdict: ShardVerdict;
  readonly why: string;
}

type Known =
  | Context["scenario"]["volume"]["shard"]["right"][number]
  | Context["scenario"]["volume"]["shard"]["wrong"][number];

/** The scenario's entry for these names; a bucket of a time stands for the time. */
function entryFor<T extends Known>(shard: Shard, entries: readonly T[]): T | null {
  return entries.find(({ entity, by }) => entity === shard.entity && sameNames(shard.names, by)) ?? null;
}

/** A right key with more behind it (a bucket, a second column) spreads further and finds as well. */
function rightFor(context: Context, shard: Shard) {
  const { right } = context.scenario.volume.shard;
  const exact = entryFor(shard, right);
  if (exact) return exact;
  const times = (name: string) => context.scenario.entities[shard.entity]?.attributes[name]?.type === "time";
  return (
    right.find(({ entity, by }) => {
      if (entity !== shard.entity) return false;
      const covered = by.every((name) => shard.names.has(name) || (times(name) && shard.buckets.length > 0));
      const more = [...shard.names].filter((name) => !by.includes(name));
      return covered && more.every((name) => times(name) || isGivenByHot(context, entity, new Set([name])));
    }) ?? null
  );
}

const HOT = "All that is written at one moment falls on one shard, and the others rest.";

/** A further place of the entity, made for a question of its own. */
function isAside(context: Context, { placing, entity }: Shard): boolean {
  const others = placingsOf(context, entity).filter(({ holder }) => !holder.second && holder !== placing?.holder);
  const copied = context.alignment.known.some(({ holder }) => holder === placing?.holder);
  return placing !== null && (copied || (others.length > 0 && placing.how === "view"));
}

function judgeSaid(context: Context, shard: Shard): JudgedShard {
  const { right, wrong } = context.scenario.volume.shard;
  const good = rightFor(context, shard);
  if (good) return { shard, verdict: "right", why: good.why };
  const bad = entryFor(shard, wrong);
  const harmless = bad?.hot === true && isScattered(shard);
  if (bad && !harmless && !isAside(context, shard)) return { shard, verdict: bad.hot ? "hot" : "wrong", why: bad.why };
  if (isAdded(context, shard)) return { shard, verdict: "right", why: "It keeps together what is used together." };
  if (gathersWrites(context, shard)) return { shard, verdict: "hot", why: HOT };
  const partly = wrong.find(
    (one) => one !== bad && one.entity === shard.entity && one.by.every((name) => shard.names.has(name)),
  );
  if (partly && !isAside(context, shard)) return { shard, verdict: partly.hot ? "fine" : "wrong", why: partly.why };
  const asked = right.some(({ entity }) => entity === shard.entity);
  const own = [...shard.names].some((name) => isOwnName(context, shard.entity, name));
  const given = harmless ? !isIdUnknown(context, shard) : isGivenByHot(context, shard.entity, shard.names);
  if (given || !asked || own || isAside(context, shard)) return { shard, verdict: "fine", why: "" };
  return { shard, verdict: "wrong", why: "The hot questions do not give it, so each of them asks every shard." };
}

/** Some other place of the entity is spread well: this one is kept for a question of its own. */
function hasRight(context: Context, shard: Shard): boolean {
  return partitionShards(context).some(
    (other) => other.entity === shard.entity && other.written !== shard.written && rightFor(context, other) !== null,
  );
}

/** A partition key in the body: right, or one that gathers the writes. What it does not serve is told by the patterns. */
function judgePartition(context: Context, shard: Shard): JudgedShard {
  const { wrong } = context.scenario.volume.shard;
  if (gathersWrites(context, shard)) return { shard, verdict: "hot", why: HOT };
  const good = rightFor(context, shard);
  if (good) return { shard, verdict: "right", why: good.why };
  const bad = entryFor(shard, wrong);
  if (!bad || shard.names.has("id") || hasRight(context, shard)) return { shard, verdict: "fine", why: "" };
  return { shard, verdict: bad.hot ? "hot" : "wrong", why: bad.why };
}

function judgeShards(context: Context): readonly JudgedShard[] {
  const said = saidShards(context).map((shard) => judgeSaid(context, shard));
  const body = partitionShards(context).map((shard) => judgePartition(context, shard));
  const all = [...said, ...body];
  return all.filter(
    (one, at) =>
      all.findIndex((other) => other.shard.entity === one.shard.entity && other.verdict === one.verdict) === at,
  );
}

/** A store that does not fit lays its rows by keys whatever one writes: its partitions follow from the choice of it. */
export function followsFit({ scenario, store }: Context, { partition }: Shard): boolean {
  return partition && scenario.stores[store].fit === "poor";
}

/** Every way of spreading rows that the answer says, in the front matter and in the body, each entity and verdict once. Three rules ask. */
export const judgedShards = rememberedLast(judgeShards);
