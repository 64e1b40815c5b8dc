import { judgePatterns } from "../../patterns";
import type { Rule } from "../../rule";

export const notALookup: Rule = {
  id: "key-value/not-a-lookup",
  dimension: "key-value",
  stores: ["key-value"],
  doc: {
    title: "Make each question a look-up by key",
    asks: "Is everything that a question gives in the key of one template or table, and its order kept by a sorted set or a sort key?",
    why: "A key-value store finds by the exact key and by nothing else. What is not in the key means reading everything, and `SCAN` is no answer in an interview.",
    mend: "For each question write one template that begins with what it gives, and keep what it holds sorted as the question wants it; keep the data twice where two questions need it.",
    examples: [
      {
        title: "One's sessions, and no key by user",
        scenario: "session-store",
        sheet:
          "---\nscenario: session-store\nstore: Redis\n---\nsession:{token} = { user_id, data, created_at, expires_at } ttl 30d\ncode:{code} = { user_id, expires_at } ttl 10m",
        says: [{ subject: "my-sessions", verdict: "missed" }],
      },
      {
        title: "A sorted set by user",
        scenario: "session-store",
        sheet:
          "---\nscenario: session-store\nstore: Redis\n---\nsession:{token} = { user_id, data, created_at, expires_at } ttl 30d\ncode:{code} = { user_id, expires_at } ttl 10m\nsessions:{user_id} = sorted set of token by created_at",
        says: [],
      },
    ],
  },
  check: (context) =>
    judgePatterns(
      context,
      (table, columns) => `Keep ${table} under a key of \`${columns}\`, sorted as the question asks.`,
    ),
};
