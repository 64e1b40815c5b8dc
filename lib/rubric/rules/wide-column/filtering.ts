import { judgePatterns } from "../../patterns";
import type { Rule } from "../../rule";

export const filtering: Rule = {
  id: "wide-column/filtering",
  dimension: "wide-column",
  stores: ["wide-column"],
  doc: {
    title: "Make a table for each question",
    asks: "Does some table have the whole partition key given by the question, and its order or range as clustering columns?",
    why: "Without the partition key every machine is asked and every row is looked at (`ALLOW FILTERING`). In a wide-column store tables follow from questions, not from things.",
    mend: "Write one table a question: what is given by equality is the partition, what is sorted or bounded is the clustering. The same row in two tables is normal here.",
    examples: [
      {
        title: "Who is in this chat, asked of a table by user",
        scenario: "chat-messages",
        sheet:
          "---\nscenario: chat-messages\nstore: Cassandra\n---\nusers: id (partition key), phone\nusers_by_phone: phone (partition key), user_id\nchats: id (partition key), title, created_at\nmembers_by_user: user_id (partition key), chat_id (clustering), joined_at, last_read_at\nmessages_by_chat: chat_id (partition key), sent_at (clustering desc), message_id (clustering), sender_id, body",
        says: [{ subject: "chat-members", verdict: "missed" }],
      },
      {
        title: "Members by chat as well",
        scenario: "chat-messages",
        sheet:
          "---\nscenario: chat-messages\nstore: Cassandra\n---\nusers: id (partition key), phone\nusers_by_phone: phone (partition key), user_id\nchats: id (partition key), title, created_at\nmembers_by_user: user_id (partition key), chat_id (clustering), joined_at, last_read_at\nmembers_by_chat: chat_id (partition key), user_id (clustering), joined_at\nmessages_by_chat: chat_id (partition key), sent_at (clustering desc), message_id (clustering), sender_id, body",
        says: [],
      },
    ],
  },
  check: (context) =>
    judgePatterns(
      context,
      (table, columns) => `Add a table for it: ${table} by \`${columns}\`, what is given as the partition key.`,
    ),
};
