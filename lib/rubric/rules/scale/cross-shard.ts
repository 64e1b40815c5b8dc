import { STORE_TYPES } from "@/lib/design";
import { findRole } from "@/lib/scenario";
import { code, listed, spoken } from "../../context";
import type { Context, Judgement, Rule } from "../../rule";
import { type JudgedShard, judgedShards } from "../../shard-verdicts";
import { entityNamed, type Shard, sameNames } from "../../shards";

/** Right for the questions, and yet a strong transaction crosses it: fine only in an engine that commits across shards. */
function acrossOf({ scenario, answer }: Context, { shard }: JudgedShard): string | null {
  const entry = scenario.volume.shard.right.find(
    ({ entity, by }) => entity === shard.entity && sameNames(shard.names, by),
  );
  const engine = answer.decisions.store?.value.engine ?? "";
  if (!entry?.across || entry.across.unless.includes(engine)) return null;
  return entry.across.why;
}

/** What a shard key is about: the entity that a role leads to, or the entity itself by its id. */
function ownerOf({ scenario }: Context, { entity, names }: Shard): string {
  const owner = (name: string) => {
    if (name === "id") return entity;
    return findRole(scenario, entity, name)?.to ?? entityNamed(scenario, name.replace(/_?id$/i, "")) ?? name;
  };
  return [...names].map(owner).toSorted().join();
}

/** Entities of one transaction that lie on shards of different owners. */
function apartIn(
  context: Context,
  together: readonly string[],
  shards: readonly JudgedShard[],
): readonly JudgedShard[] {
  const own = shards.filter(
    ({ shard, verdict }) => together.includes(shard.entity) && (verdict === "right" || verdict === "fine"),
  );
  const owners = new Set(own.map(({ shard }) => ownerOf(context, shard)));
  return owners.size > 1 ? own : [];
}

function judgeAcross(context: Context, one: JudgedShard): readonly Judgement[] {
  const why = acrossOf(context, one);
  if (why === null) return [];
  const message = `${code(one.shard.written)} finds well, but a transaction crosses its shards. ${why}`;
  const fix = "Choose an engine that commits across shards, or keep it on one machine while it fits.";
  const said = { verdict: "violated", stake: "integrity", message, fix, span: one.shard.span } as const;
  const { entity } = one.shard;
  const group = context.scenario.volume.transactions.filter((together) => together.includes(entity)).flat();
  const others = [...new Set(group)].filter((other) => other !== entity);
  return [{ ...said, subject: entity }, ...others.map((subject) => ({ ...said, subject, follows: true as const }))];
}

function judgeApart(
  context: Context,
  together: readonly string[],
  shards: readonly JudgedShard[],
): readonly Judgement[] {
  const [first, ...others] = apartIn(context, together, shards);
  if (!first) return [];
  const names = listed([first, ...others].map(({ shard }) => code(shard.written)));
  const message = `${names} put on different shards what changes in one transaction: ${listed(together.map(spoken))}.`;
  const fix = "Shard them by the same thing, so that the change is one shard's matter.";
  const said = { verdict: "violated", stake: "integrity", message, fix, span: first.shard.span } as const;
  return [
    { ...said, subject: first.shard.entity },
    ...others.map(({ shard }) => ({ ...said, subject: shard.entity, follows: true as const })),
  ];
}

export const crossShard: Rule = {
  id: "scale/cross-shard",
  dimension: "scale",
  stores: STORE_TYPES.filter((type) => type !== "wide-column" && type !== "key-value"),
  doc: {
    title: "Keep a transaction on one shard",
    asks: "Does something that must change all at once lie on one shard?",
    why: "A commit on two machines needs a protocol between them: it is slow, and blocked when one of them is away. Most stores do not offer it at all.",
    mend: "Shard by what the transaction shares; or stay on one machine while it fits; or name an engine that commits across shards.",
    examples: [
      {
        title: "A ledger by account",
        scenario: "payments-ledger",
        sheet:
          "---\nscenario: payments-ledger\nstore: PostgreSQL\nvolume: sharded\nshard by: entries.account_id\n---\ncustomers: id (PK), email (unique)\naccounts: id (PK), owner_id (FK -> customers.id), currency, balance\ntransactions: id (PK), idempotency_key (unique), description, created_at\nentries: id (PK), account_id (FK -> accounts.id), transaction_id (FK -> transactions.id), amount, created_at",
        says: [
          { subject: "entry", verdict: "violated" },
          { subject: "transaction", verdict: "violated" },
          { subject: "account", verdict: "violated" },
        ],
      },
      {
        title: "An engine that commits across shards",
        scenario: "payments-ledger",
        sheet:
          "---\nscenario: payments-ledger\nstore: Spanner\nvolume: sharded\nshard by: entries.account_id\n---\ncustomers: id (PK), email (unique)\naccounts: id (PK), owner_id (FK -> customers.id), currency, balance\ntransactions: id (PK), idempotency_key (unique), description, created_at\nentries: id (PK), account_id (FK -> accounts.id), transaction_id (FK -> transactions.id), amount, created_at",
        says: [],
      },
    ],
  },
  check(context) {
    const shards = judgedShards(context);
    const across = shards.flatMap((one) => judgeAcross(context, one));
    if (across.length > 0) return across;
    return context.scenario.volume.transactions
      .flatMap((together) => judgeApart(context, together, shards))
      .slice(0, 3);
  },
};
