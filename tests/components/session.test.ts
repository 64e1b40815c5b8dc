import { describe, expect, test } from "vitest";
import type { CardItem, DrillItem, ReviewItem } from "@/components/review/item";
import type { ShownQueue } from "@/components/review/queue";
import { advance, share, startSession } from "@/components/review/session";
import type { Known, Session, SessionEvent } from "@/components/review/session-state";
import { nextTime } from "@/components/review/summary-facts";
import { DEFAULT_SETTINGS, type Memory, newMemory } from "@/lib/schedule";

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 11, 1, 9);
const LINKS = { rules: [], scenario: null, proof: null };
const BASE = { why: null, leech: false, links: LINKS, memory: newMemory(NOW) };

function aCard(id: string, memory: Partial<Memory> = {}): CardItem {
  const faces = { front: id, back: id, backReplacesFront: false, options: [], orders: [], source: null, edit: null };
  return { ...BASE, ...faces, kind: "card", id, memory: { ...newMemory(NOW), ...memory } };
}

const OPTIONS = [
  { id: "wrong", words: "a", right: false },
  { id: "right", words: "b", right: true },
];
const DRILL: DrillItem = {
  ...BASE,
  kind: "drill",
  id: "d",
  shows: "auction/x/y/z/slow",
  title: "Online auction",
  sheet: "users\n",
  headLines: 0,
  asks: "?",
  options: OPTIONS,
  orders: [[1, 0]],
  message: "",
  fix: "",
  line: 1,
};
const SCENARIO: ReviewItem = { ...BASE, kind: "scenario", id: "s", slug: "auction", title: "Online auction" };
/** Learnt, due today, and on its way for long. */
const LEARNT = {
  phase: "review",
  stability: 20,
  difficulty: 5,
  reps: 4,
  scheduledDays: 20,
  lastReview: NOW - 20 * DAY,
} as const;
const [A, B, C] = [aCard("a"), aCard("b"), aCard("c")];
const OLD = aCard("old", LEARNT);

function aQueue(items: readonly ReviewItem[], more: Partial<ShownQueue> = {}): ShownQueue {
  const scheduling = { settings: DEFAULT_SETTINGS, clock: { zone: "UTC", rollover: 4 }, parameters: null };
  return { items, scheduling, nextDue: null, budget: { limit: null, spent: 0 }, readAt: NOW, ...more };
}

/** So many minutes after the sitting began. */
const at = (minutes: number) => NOW + minutes * MINUTE;
const show = (minutes = 0, chosen?: string): SessionEvent => ({
  kind: "show",
  at: at(minutes),
  ...(chosen === undefined ? {} : { chosen }),
});
const rate = (rating: 1 | 2 | 3 | 4, minutes = 0): SessionEvent => ({
  kind: "rate",
  id: `${rating} at ${minutes}`,
  rating,
  at: at(minutes),
});
const simple = (kind: "undo" | "skip" | "tick" | "go-on" | "stop", minutes = 0): SessionEvent => ({
  kind,
  at: at(minutes),
});
const putAway = (how: "suspend" | "bury"): SessionEvent => ({ kind: "put-away", how, at: NOW });
const arrive = (items: readonly ReviewItem[], minutes = 0, known: Known = new Map()): SessionEvent => ({
  kind: "arrive",
  queue: aQueue(items),
  known,
  at: at(minutes),
});

function play(queue: ShownQueue, events: readonly SessionEvent[]): Session {
  const opened: SessionEvent = { kind: "arrive", queue, known: new Map(), at: NOW };
  return [opened, ...events].reduce(advance, startSession(queue));
}

/** "a? | b c | w": what is on the table (shown: `!`), what comes, what is in its steps. */
function seen({ table, shown, items, waiting }: Session): string {
  const ids = (list: readonly ReviewItem[]) => list.map(({ id }) => id).join(" ");
  return `${table ? table.id + (shown ? "!" : "?") : "-"} | ${ids(items)} | ${ids(waiting)}`;
}

interface Case {
  readonly name: string;
  readonly items: readonly ReviewItem[];
  readonly events: readonly SessionEvent[];
  readonly becomes: string;
  readonly given?: number;
}

const CASES: readonly Case[] = [
  { name: "begins with the first", items: [A, B], events: [], becomes: "a? | b | " },
  { name: "shows the answer", items: [A], events: [show()], becomes: "a! |  | " },
  { name: "a rating before the answer is nothing", items: [A, B], events: [rate(3)], becomes: "a? | b | " },
  {
    name: "a new card that is good waits for its next step, and the next one comes",
    items: [A, B],
    events: [show(), rate(3)],
    becomes: "b? |  | a",
    given: 1,
  },
  {
    name: "an easy one does not come back in this sitting",
    items: [A, B],
    events: [show(), rate(4)],
    becomes: "b? |  | ",
    given: 1,
  },
  {
    name: "in its steps it comes back at its minute, before what was not begun",
    items: [A, B, C],
    events: [show(), rate(1), show(), rate(4, 2)],
    becomes: "a? | c | ",
    given: 2,
  },
  {
    name: "before its minute, others come first",
    items: [A, B, C],
    events: [show(), rate(3), show(), rate(4, 2)],
    becomes: "c? |  | a",
    given: 2,
  },
  {
    name: "with nothing else left it comes up to twenty minutes early",
    items: [A],
    events: [show(), rate(3)],
    becomes: "a? |  | ",
    given: 1,
  },
  {
    name: "a forgotten one goes through its step and is learnt again",
    items: [OLD],
    events: [show(), rate(1), show(10), rate(3, 10)],
    becomes: "- |  | ",
    given: 2,
  },
  {
    name: "what is in its steps comes by its minute, whoever was rated first",
    items: [A, B],
    events: [show(), rate(3), show(), rate(1)],
    becomes: "b? |  | a",
    given: 2,
  },
  {
    name: "undo brings a card back with its answer",
    items: [A, B],
    events: [show(), rate(3), simple("undo")],
    becomes: "a! | b | ",
  },
  {
    name: "undo after undo goes further back",
    items: [A, B],
    events: [show(), rate(4), show(), rate(4), simple("undo"), simple("undo")],
    becomes: "a! | b | ",
  },
  {
    name: "undo takes it out of its steps",
    items: [A],
    events: [show(), rate(1), show(), simple("undo")],
    becomes: "a! |  | ",
  },
  { name: "undo of nothing is nothing", items: [A], events: [simple("undo")], becomes: "a? |  | " },
  {
    name: "a drill that is undone is asked anew",
    items: [DRILL, A],
    events: [show(0, "wrong"), rate(1), simple("undo")],
    becomes: "d? | a | ",
  },
  { name: "a scenario is not shown or rated", items: [SCENARIO, A], events: [show(), rate(3)], becomes: "s? | a | " },
  { name: "a scenario can wait", items: [SCENARIO, A], events: [simple("skip")], becomes: "a? |  | " },
  { name: "a suspended card goes", items: [A, B], events: [putAway("suspend")], becomes: "b? |  | " },
  { name: "a suspension is undone", items: [A, B], events: [putAway("suspend"), simple("undo")], becomes: "a? | b | " },
  {
    name: "a suspension is undone with the question where it was",
    items: [DRILL],
    events: [putAway("bury"), simple("undo")],
    becomes: "d? |  | ",
  },
  {
    name: "what was put off or away does not arrive again",
    items: [SCENARIO, A, B],
    events: [simple("skip"), putAway("bury"), arrive([SCENARIO, A, B, C], 5)],
    becomes: "b? | c | ",
  },
  {
    name: "what is on the table stays on it, shown as it was",
    items: [A, B],
    events: [show(), arrive([C, A], 1)],
    becomes: "a! | c | ",
  },
  {
    name: "a queue that was read before a rating does not bring it back",
    items: [A, B],
    events: [show(), rate(4), arrive([A, B, C], 0.5)],
    becomes: "b? | c | ",
    given: 1,
  },
  {
    name: "a queue that has counted the rating says what comes",
    items: [A, B],
    events: [show(), rate(3), arrive([aCard("a", { phase: "learning", reps: 1, due: at(12) }), B], 2)],
    becomes: "b? |  | a",
    given: 1,
  },
  {
    name: "what was rated offline is out of a kept queue",
    items: [],
    events: [
      arrive([A, OLD, C], 1, new Map([["a", { ...newMemory(NOW), phase: "review", reps: 1, due: NOW + 8 * DAY }]])),
    ],
    becomes: "old? | c | ",
  },
  {
    name: "what was begun offline goes on in its steps, out of a kept queue",
    items: [],
    events: [arrive([A, C], 1, new Map([["a", { ...newMemory(NOW), phase: "learning", reps: 1, due: at(9) }]]))],
    becomes: "c? |  | a",
  },
  {
    name: "after days without a network, what was rated then is due again",
    items: [],
    events: [
      arrive([A], 9 * 24 * 60, new Map([["a", { ...newMemory(NOW), phase: "review", reps: 1, due: NOW + 8 * DAY }]])),
    ],
    becomes: "a? |  | ",
  },
  {
    name: "what was put away offline stays away",
    items: [],
    events: [arrive([A, B], 1, new Map([["a", null]]))],
    becomes: "b? |  | ",
  },
  {
    name: "a slow clock of the device hides nothing of the server's",
    items: [],
    events: [arrive([aCard("a", { due: at(30) })], 0)],
    becomes: "a? |  | ",
  },
  {
    name: "what another tab rated is left to it",
    items: [A, B, C],
    events: [{ kind: "elsewhere", itemId: "b", at: NOW }],
    becomes: "a? | c | ",
  },
  {
    name: "a clear table takes what its minute brings",
    items: [OLD],
    events: [
      show(),
      rate(1),
      show(),
      rate(3, 1),
      arrive([], 2),
      arrive([aCard("x", { phase: "learning", due: at(60) })], 3),
      simple("tick", 41),
    ],
    becomes: "x? |  | ",
    given: 2,
  },
];

describe("a sitting", () => {
  test.each(CASES)("$name", ({ items, events, becomes, given = 0 }) => {
    const session = play(aQueue(items), events);
    expect(seen(session)).toBe(becomes);
    expect(session.acts.filter(({ kind }) => kind === "rate")).toHaveLength(given);
  });

  test("nothing is taken before the queue has arrived in the browser", () => {
    const session = [show(), rate(3), simple("skip"), putAway("bury")].reduce(advance, startSession(aQueue([A, B])));
    expect(seen(session)).toBe("a? | b | ");
  });

  test("each step has intervals of its own, from the memory that it has then", () => {
    const words = (session: Session) => session.choices.map(({ interval }) => interval).join(", ");
    const first = play(aQueue([A]), [show()]);
    const second = [rate(3), show(10)].reduce(advance, first);
    expect(words(first)).toMatch(/^1 min, 6 min, 10 min, \d days$/);
    expect(words(second)).not.toBe(words(first));
    expect(second.choices.map(({ rating }) => rating)).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ["right", [2, 3, 4]],
    ["wrong", [1]],
    [undefined, [1]],
  ])("a choice of %s leaves %j", (chosen, ratings) => {
    const session = play(aQueue([DRILL]), [show(0, chosen)]);
    expect(session.choices.map(({ rating }) => rating)).toEqual(ratings);
    expect(advance(session, rate(ratings[0] === 1 ? 3 : 1))).toBe(session);
  });

  test("time is counted from the laying of a card to its rating", () => {
    const session = play(aQueue([A, B]), [show(1), rate(4, 2), show(2), rate(4, 5)]);
    expect(session.acts.map((act) => act.kind === "rate" && act.elapsed)).toEqual([2 * MINUTE, 3 * MINUTE]);
  });

  test("the server may move the minute of what is in its steps, but not of what was rated again since", () => {
    const rated = play(aQueue([A, B]), [show(), rate(3)]);
    const settled = advance(rated, { kind: "settle", reviewId: "3 at 0", due: at(15), at: NOW });
    expect(settled.waiting[0]?.memory.due).toBe(at(15));
    const later = [show(), rate(4), show(), rate(1, 30)].reduce(advance, settled);
    expect(advance(later, { kind: "settle", reviewId: "3 at 0", due: at(99), at: NOW })).toBe(later);
  });

  test("the hairline goes from nothing to all", () => {
    expect(share(play(aQueue([A, B]), []))).toBe(0);
    expect(share(play(aQueue([A, B]), [show(), rate(4)]))).toBe(0.5);
    expect(share(play(aQueue([A, B]), [show(), rate(4), show(), rate(4)]))).toBe(1);
  });

  test("the next time is that of what was rated, unless the server knows an earlier one", () => {
    const rated = play(aQueue([OLD], { nextDue: NOW + 90 * DAY }), [show(), rate(3)]);
    const [act] = rated.acts;
    expect(nextTime(rated)).toBe(act?.kind === "rate" && act.after.due);
    expect(nextTime({ ...rated, nextDue: NOW + DAY })).toBe(NOW + DAY);
    expect(nextTime(play(aQueue([]), []))).toBeNull();
  });
});

describe("a day's minutes", () => {
  const queue = aQueue([A, B, C], { budget: { limit: 10 * MINUTE, spent: 8 * MINUTE } });

  test("end after the card that used them up, with what is waiting", () => {
    const session = play(queue, [show(), rate(4, 2)]);
    expect(session.limit).toBe("asking");
    expect(seen(session)).toBe("- | b c | ");
  });

  test("do not end before what is due in its steps", () => {
    const session = play(queue, [show(), rate(1, 1), show(1), rate(4, 3)]);
    expect(seen(session)).toBe("a? | c | ");
    expect(seen([show(3), rate(4, 3)].reduce(advance, session))).toBe("- | c | ");
  });

  test("a step that comes due while the person is asked is shown", () => {
    const asked = play(queue, [show(), rate(3, 2)]);
    expect(seen(asked)).toBe("- | b c | a");
    expect(seen(advance(asked, simple("tick", 12)))).toBe("a? | b c | ");
  });

  test("one may go on, and is not asked again", () => {
    const session = play(queue, [show(), rate(4, 2), simple("go-on", 2), show(2), rate(4, 9)]);
    expect(seen(session)).toBe("c? |  | ");
  });

  test("one may stop, and nothing more is laid", () => {
    const stopped = play(queue, [show(), rate(3, 2), simple("stop", 2)]);
    expect(seen(advance(stopped, simple("tick", 30)))).toBe("- | b c | a");
    expect(seen(advance(stopped, arrive([A, B, C], 30)))).toMatch(/^- /);
  });

  test("undo gives the time back", () => {
    const session = play(queue, [show(), rate(4, 2), simple("undo", 2)]);
    expect(seen(session)).toBe("a! | b c | ");
    expect(session.budget.spent).toBe(8 * MINUTE);
  });

  test("where they are used up already, the person is asked at once", () => {
    expect(seen(play(aQueue([A], { budget: { limit: MINUTE, spent: MINUTE } }), []))).toBe("- | a | ");
  });
});
