import { endsByItself } from "@/lib/align";
import { code, isAsked, spoken } from "../../context";
import { namesAt } from "../../places";
import type { Context, Judgement, Rule } from "../../rule";
import { partitionShards, type Shard, sameNames } from "../../shards";

type Right = Context["scenario"]["volume"]["shard"]["right"][number];

/** A right key that adds a time to what this partition has: without it the partition never ends. */
function longer(context: Context, shard: Shard): Right | null {
  const attributes = context.scenario.entities[shard.entity]?.attributes ?? {};
  const { right } = context.scenario.volume.shard;
  return (
    right.find(({ entity, by }) => {
      if (entity !== shard.entity) return false;
      const times = by.filter((name) => attributes[name]?.type === "time");
      const rest = by.filter((name) => !times.includes(name));
      return (
        times.length > 0 &&
        rest.length > 0 &&
        [...shard.names].every((name) => !times.includes(name)) &&
        rest.every((name) => shard.names.has(name))
      );
    }) ?? null
  );
}

/** Rows must come in by time: a table of one row a partition does not grow. */
function grows({ placing }: Shard): boolean {
  return (placing?.holder.table.clustering.length ?? 0) > 0;
}

/** One row was asked for, and each write adds another: a trail of what was to be replaced. */
function judgeTrail(context: Context, shard: Shard): readonly Judgement[] {
  const { entity, names, buckets, placing } = shard;
  const { identity = [], attributes = {} } = context.scenario.entities[entity] ?? {};
  const [first] = placing?.holder.table.clustering ?? [];
  const sorted = first ? [...(placing ? (namesAt(placing, [first.path]) ?? []) : [])] : [];
  const isTrail =
    identity.length > 0 &&
    identity.every((name) => names.has(name)) &&
    sorted.some((name) => attributes[name]?.type === "time");
  if (!isTrail || buckets.length > 0 || !placing || endsByItself(placing.holder)) return [];
  const message = `${code(shard.written)} adds a row at each write and never drops one: the partition grows for ever, where one row was asked for.`;
  const fix = "Keep the newest alone, or end the rows by a ttl and split them by the day.";
  return [{ subject: entity, verdict: "violated", stake: "hot", message, fix, span: shard.span }];
}

function judge(context: Context, shard: Shard): readonly Judgement[] {
  const entry = longer(context, shard);
  if (!entry || shard.buckets.length > 0 || !grows(shard)) return [];
  const own = context.scenario.volume.shard.right.find(
    (one) => one.entity === shard.entity && sameNames(shard.names, one.by),
  );
  const accepted = own?.partition === true;
  const ends = shard.placing !== null && endsByItself(shard.placing.holder);
  if (accepted && (ends || !isAsked(context.level, "staff"))) return [];
  const message = `${code(shard.written)} keeps every ${spoken(shard.entity)} of ${[...shard.names].map(spoken).join(", ")} in one partition for ever: it grows past what one machine reads and repairs.`;
  const fix = "Add a bucket of the time to the partition key (`day`, `month`).";
  return [
    { subject: shard.entity, verdict: accepted ? "partial" : "violated", stake: "hot", message, fix, span: shard.span },
  ];
}

export const unboundedPartition: Rule = {
  id: "wide-column/unbounded-partition",
  dimension: "wide-column",
  stores: ["wide-column"],
  doc: {
    title: "Give every partition an end",
    asks: "Does each partition of a growing table end, by a bucket of time in its key?",
    why: "A partition lies on one machine and is read, compacted and repaired as one. Past some 100 MB it slows all of that; with a device's readings of years it never stops growing.",
    mend: "Add a bucket to the partition key: the day for readings, the month for a chat. A question then names the bucket, and reads the one before it where that is not enough.",
    examples: [
      {
        title: "All readings of a device, for ever",
        scenario: "device-metrics",
        sheet:
          "---\nscenario: device-metrics\nstore: Cassandra\n---\nreadings: device_id (partition key), metric (clustering), recorded_at (clustering desc), value",
        says: [{ subject: "reading", verdict: "violated" }],
      },
      {
        title: "A partition a day",
        scenario: "device-metrics",
        sheet:
          "---\nscenario: device-metrics\nstore: Cassandra\n---\nreadings: device_id (partition key), day (partition key), metric (clustering), recorded_at (clustering desc), value",
        says: [],
      },
    ],
  },
  check: (context) =>
    partitionShards(context).flatMap((shard) => [...judge(context, shard), ...judgeTrail(context, shard)]),
};
