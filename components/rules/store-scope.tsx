import { STORE_TYPES, type StoreType } from "@/lib/design";
import { Badge, StoreBadge } from "../ui/badge";

/** The stores that a rule speaks about. */
export function StoreScope({ stores }: { stores: readonly StoreType[] }) {
  if (stores.length === STORE_TYPES.length) return <Badge>every store</Badge>;
  return (
    <span className="flex flex-wrap gap-1.5">
      {stores.map((type) => (
        <StoreBadge key={type} type={type} />
      ))}
    </span>
  );
}
