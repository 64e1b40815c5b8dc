import type { Consistency, Level, Reason, StoreType, Volume } from "@/lib/design";

/** What each word of the front matter means, in words for a form. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = { mid: "Mid", senior: "Senior", staff: "Staff" };

export const STORE_WORDS: Readonly<Record<StoreType, string>> = {
  relational: "Relational",
  document: "Document",
  "key-value": "Key-value",
  "wide-column": "Wide-column",
  graph: "Graph",
};

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  relationships: "Data that refers to other data",
  transactions: "All-or-nothing writes",
  integrity: "The store refuses bad data",
  "ad-hoc-queries": "Questions not known ahead",
  "flexible-schema": "Fields differ by record",
  "whole-document-reads": "One read gets the whole page",
  "exact-key-lookups": "Looked up by exact key",
  "hot-data": "A small part is read all the time",
  expiry: "Data ends by itself",
  "write-volume": "More writes than one machine takes",
  "time-ordered-appends": "Added in time order, rarely changed",
  "known-queries": "Every question known ahead",
  "deep-traversals": "Long chains are followed",
};

export const VOLUME_WORDS: Readonly<Record<Volume, string>> = { single: "One machine", sharded: "Sharded" };

export const CONSISTENCY_WORDS: Readonly<Record<Consistency, string>> = {
  strong: "Strong",
  "read-your-writes": "Read your own writes",
  eventual: "Eventual",
};
