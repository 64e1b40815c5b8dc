import { expect, test } from "vitest";
import { waysOf } from "@/components/report/ways";

for (const [by, expected] of [
  ["", []],
  ["PK users(id)", ["key PK users(id)"]],
  ["unique users(phone)", ["key unique users(phone)"]],
  ["unique index posts(id)", ["index unique index posts(id)"]],
  ["index bids(auction_id, amount desc)", ["index bids(auction_id, amount desc)"]],
  ["index lots(closes_at) where state in ('a'; 'b')", ["index lots(closes_at) where state in ('a'; 'b')"]],
  ["the foreign key's index on accounts(user_id)", ["index the foreign key's index on accounts(user_id)"]],
  ["gsi members_by_user(user_id); partition chats(id)", ["index gsi members_by_user(user_id)", "partition chats(id)"]],
  ["partition messages(chat_id, bucket; sent_at desc)", ["partition messages(chat_id, bucket; sent_at desc)"]],
  ["session:{token}", ["template session:{token}"]],
  ["edge User -FOLLOWS-> User", ["edge User -FOLLOWS-> User"]],
] as const) {
  test(by === "" ? "nothing" : by, () =>
    expect(waysOf(by).map(({ kind, written }) => `${kind} ${written}`)).toEqual(expected),
  );
}
