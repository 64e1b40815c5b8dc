import type { SqlValue } from "sql.js";
import { startOfDay } from "@/lib/schedule";
import type { ExchangeCard } from "../collection";
import { creationOffset, type Package } from "./package";

/** Anki's schema 11, as every package has it that all versions take. */
export const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

/** Ids stay: Anki knows the note types of a second import by them. */
const TYPES = { basic: 1_764_547_200_001, cloze: 1_764_547_200_002 } as const;
const FIRST_DECK = 1_764_547_201_000;
const DEFAULT_DECK = "Default";

export function typeIdOf(kind: ExchangeCard["kind"]): number {
  return TYPES[kind];
}

/** A number for each deck; Anki knows them by their names. */
export function deckIds(cards: readonly ExchangeCard[]): ReadonlyMap<string, number> {
  const names = new Set(cards.map(({ deck }) => deck));
  return new Map([...names].map((name, index) => [name, name === DEFAULT_DECK ? 1 : FIRST_DECK + index]));
}

/** The one row of the table `col`. */
export function collectionRow(whole: Package): SqlValue[] {
  const seconds = Math.floor(whole.now / 1000);
  const created = Math.floor(startOfDay(whole.firstDay, whole.clock) / 1000);
  const now = Math.floor(whole.now);
  const models = { [TYPES.basic]: basicType(seconds), [TYPES.cloze]: clozeType(seconds) };
  const parts = [configOf(whole), models, decksOf(whole, seconds), { 1: optionsOf(whole) }, {}];
  return [1, created, now, now, 11, 0, 0, 0, ...parts.map((part) => JSON.stringify(part))];
}

function configOf(whole: Package) {
  return {
    schedVer: 2,
    sched2021: true,
    rollover: whole.clock.rollover,
    creationOffset: creationOffset(whole),
    nextPos: 1,
    curDeck: 1,
    activeDecks: [1],
    curModel: TYPES.basic,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    newSpread: 0,
    addToCur: true,
    sortType: "noteFld",
    sortBackwards: false,
    fsrs: true,
  };
}

function decksOf({ decks }: Package, mod: number) {
  const all = new Map([[DEFAULT_DECK, 1], ...decks]);
  const today = [0, 0] as const;
  const deck = (name: string, id: number) => ({
    ...{
      id,
      name,
      mod,
      usn: -1,
      desc: "",
      dyn: 0,
      conf: 1,
      collapsed: false,
      browserCollapsed: false,
      extendNew: 0,
      extendRev: 0,
    },
    ...{ newToday: today, revToday: today, lrnToday: today, timeToday: today },
  });
  return Object.fromEntries([...all].map(([name, id]) => [id, deck(name, id)]));
}

function optionsOf({ settings }: Package) {
  return {
    ...{ id: 1, name: "Default", mod: 0, usn: 0, maxTaken: 60, autoplay: true, timer: 0, replayq: true, dyn: false },
    new: {
      bury: settings.bury,
      delays: [1, 10],
      initialFactor: 2500,
      ints: [1, 4, 0],
      order: 1,
      perDay: settings.newPerDay,
    },
    rev: {
      bury: settings.bury,
      ease4: 1.3,
      hardFactor: 1.2,
      ivlFct: 1,
      maxIvl: settings.maximumInterval,
      perDay: 9999,
    },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
    desiredRetention: settings.retention,
  };
}

const CSS =
  ".card { font-family: arial; font-size: 20px; text-align: left; color: black; background-color: white; }\npre, code { font-family: monospace; }\n";

function basicType(mod: number) {
  const template = { qfmt: "{{Front}}", afmt: "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}" };
  return {
    ...noteType(mod, "Cardinality Basic", ["Front", "Back"], template),
    type: 0,
    req: [[0, "any", [0]]],
    css: CSS,
  };
}

function clozeType(mod: number) {
  const template = { qfmt: "{{cloze:Text}}", afmt: "{{cloze:Text}}<br>\n\n<hr id=answer>\n\n{{Back Extra}}" };
  const css = `${CSS}.cloze { font-weight: bold; color: blue; }\n`;
  return {
    ...noteType(mod, "Cardinality Cloze", ["Text", "Back Extra"], template),
    type: 1,
    req: [[0, "any", [0]]],
    css,
  };
}

function noteType(
  mod: number,
  name: string,
  fields: readonly string[],
  template: Readonly<Record<"qfmt" | "afmt", string>>,
) {
  const field = (title: string, ord: number) => ({
    name: title,
    ord,
    sticky: false,
    rtl: false,
    font: "Arial",
    size: 20,
    media: [],
  });
  const side = { ...template, name: "Card 1", ord: 0, did: null, bqfmt: "", bafmt: "" };
  const id = name.endsWith("Cloze") ? TYPES.cloze : TYPES.basic;
  return {
    ...{ id, name, mod, usn: -1, sortf: 0, did: 1, tags: [], vers: [] },
    flds: fields.map(field),
    tmpls: [side],
    latexPre:
      "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n",
    latexPost: "\\end{document}",
  };
}
