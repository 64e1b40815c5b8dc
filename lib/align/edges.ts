import type { Design, Table } from "@/lib/design";
import type { Holder } from "./holders";
import { type Link, profileOf } from "./profile";
import { wordsOf } from "./words";

/** Marks a role that an edge keeps. */
const BY_EDGE = "~";

/** What each edge says of the node at either of its ends: a link to the other one. */
export function edgeLinks(
  design: Design,
  holders: readonly Holder[],
  nodes: readonly Holder[],
): ReadonlyMap<Holder, Link[]> {
  const found = new Map<Holder, Link[]>(nodes.map((node) => [node, []]));
  const named = new Map(nodes.map((node) => [node.table, node]));
  for (const holder of holders) {
    if (!holder.edge) continue;
    const [from, to] = profileOf(design, holder).links;
    const [start, end] = [named.get(from?.target as Table), named.get(to?.target as Table)];
    const words = wordsOf(holder.edge.name.text);
    const link = (reference: Link | undefined): Link => ({
      columns: [BY_EDGE + (holder.edge?.name.text ?? "")],
      words,
      reference: reference?.reference ?? null,
      target: reference?.target ?? null,
    });
    if (start) found.get(start)?.push(link(to));
    if (end && end !== start) found.get(end)?.push(link(from));
  }
  return found;
}
