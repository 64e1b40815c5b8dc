import { type Entity, relationsOf, type Scenario } from "@/lib/scenario";
import { attributeLikeness } from "./attributes";
import { bestLikeness } from "./likeness";
import { linkNameLikeness } from "./link-likeness";
import type { Profile } from "./profile";
import { isBucketName, referenceWords } from "./words";

/** What a query table, a template or a wide row is looked up by, and the members it lists, say most about what it holds. */
export function keyColumns({ holder, table }: Profile): readonly string[] {
  if (holder.kind === "template") return [...new Set(table.keys.flatMap((key) => key.columns))];
  if (table.partition.length > 0) return [...table.partition, ...table.clustering.map(({ path }) => path)];
  return [];
}

/** True where the entity gives the column a meaning: its id, an attribute, a role. */
export function hasMeaning(scenario: Scenario, name: string, entity: Entity, profile: Profile, path: string): boolean {
  const column = profile.columns.find((one) => one.path === path);
  if (!column) return false;
  const id = column.words.length === 1 && column.words[0] === "id";
  if (id || isBucketName(path) || bestLikeness(referenceWords(path), name, entity.synonyms) >= 0.9) return true;
  if (Object.entries(entity.attributes).some(([attribute, one]) => attributeLikeness(column, attribute, one) >= 0.75))
    return true;
  const buckets = Object.values(entity.attributes).flatMap((one) => one.buckets);
  if (buckets.some((bucket) => bestLikeness(column.words, bucket) >= 0.75)) return true;
  const link = { columns: [path], words: referenceWords(path), reference: null, target: null };
  return relationsOf(scenario, name).some((relation) => linkNameLikeness(scenario, relation, link) >= 0.6);
}
