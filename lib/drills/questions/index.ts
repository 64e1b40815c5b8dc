import type { Asker } from "../ask";
import { askShardKey, askWhichIndex } from "./choices";
import { askLine } from "./line";
import { askAllWrites, askGrows, askMissing, askNoKey, askSameKey, askStays, askTwice } from "./places";
import { askBadRow, askRefused } from "./rows";
import { askSlow } from "./slow";

export const ASKERS: readonly Asker[] = [
  askSlow,
  askBadRow,
  askRefused,
  askNoKey,
  askSameKey,
  askMissing,
  askTwice,
  askAllWrites,
  askGrows,
  askStays,
  askLine,
  askWhichIndex,
  askShardKey,
];
