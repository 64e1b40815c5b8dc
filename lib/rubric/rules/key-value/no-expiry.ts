import { endsByItself } from "@/lib/align";
import { STORE_TYPES } from "@/lib/design";
import { aSpoken, capital, spoken, tableName } from "../../context";
import { endingPlaces } from "../../expiry";
import type { Context, Judgement, Rule } from "../../rule";

function judge(context: Context, entity: string): readonly Judgement[] {
  const places = endingPlaces(context, entity);
  const [first] = places;
  if (!first) return [];
  const base = { subject: entity, stake: "warm" as const };
  const ends = places.find(({ holder }) => endsByItself(holder));
  if (ends) {
    const message = `Each ${spoken(entity)} ends by itself: the store drops it at its time.`;
    return [{ verdict: "met", ...base, message, fix: "", span: ends.holder.table.span }];
  }
  const message = `${capital(aSpoken(entity))} under ${tableName(first.holder.table)} stays for ever: memory fills, and what should have ended still answers.`;
  const fix = "Write `ttl` and how long behind it (`ttl 30d`).";
  return [{ verdict: "missed", ...base, message, fix, span: first.holder.table.span }];
}

export const noExpiry: Rule = {
  id: "key-value/no-expiry",
  dimension: "key-value",
  stores: STORE_TYPES,
  doc: {
    title: "Let what is temporary end by itself",
    asks: "Has each key of something temporary a time to live?",
    why: "A key-value store keeps what it is given until it is told otherwise. Sessions, codes and holds without a ttl fill the memory and answer long after their end; a job that looks for them must scan every key.",
    mend: "Write `ttl 30d` behind the template, or name the attribute that holds the end (`expires_at (ttl)`).",
    examples: [
      {
        title: "Codes that never end",
        scenario: "session-store",
        sheet:
          "---\nscenario: session-store\nstore: Redis\n---\nsession:{token} = { user_id, data, created_at, expires_at } ttl 30d\ncode:{code} = { user_id, expires_at }",
        says: [{ subject: "login_code", verdict: "missed" }],
      },
      {
        title: "Ten minutes for a code",
        scenario: "session-store",
        sheet:
          "---\nscenario: session-store\nstore: Redis\n---\nsession:{token} = { user_id, data, created_at, expires_at } ttl 30d\ncode:{code} = { user_id, expires_at } ttl 10m",
        says: [],
      },
    ],
  },
  check: (context) => Object.keys(context.scenario.entities).flatMap((entity) => judge(context, entity)),
};
