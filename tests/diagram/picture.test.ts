import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphOf } from "@/components/diagram/graph/graph";
import { type Picture, pictureOf } from "@/components/diagram/picture";
import { LIGHT_INKS } from "@/components/diagram/svg/light-inks";
import { writeSvg } from "@/components/diagram/svg/write-svg";
import { NO_DECISIONS } from "@/lib/design";
import { designs } from "../notation/designs";
import { drawn, tangles } from "./support";

const anything = fc.oneof(
  tangles,
  designs.map((design) => ({ decisions: NO_DECISIONS, design })),
);

/** Pairs of boxes that share any ground. */
function overlaps({ graph, nodes }: Picture): readonly string[] {
  return nodes.flatMap(({ box: a }, i) =>
    nodes.slice(i + 1).flatMap(({ box: b }, j) => {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      return apart ? [] : [`${graph.nodes[i]?.title} / ${graph.nodes[i + 1 + j]?.title}`];
    }),
  );
}

/** Reads an SVG file as strictly as XML asks: tags that close in order, quoted attributes, no bare `<` or `&`. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  const tag = /<(\/?)([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*) ?(\/?)>/g;
  const rest = svg.replace(tag, (_, close: string, name: string, __: string, empty: string) => {
    if (close) expect(open.pop()).toBe(name);
    else if (!empty) open.push(name);
    return "";
  });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot);)/);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
}

describe("layout", () => {
  test("no two boxes overlap, and all lie inside the picture", () => {
    fc.assert(
      fc.property(anything, (answer) => {
        const { picture } = pictureOf(graphOf(answer));
        expect(overlaps(picture)).toEqual([]);
        for (const { box } of picture.nodes) {
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
          expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
        }
      }),
    );
  });

  test("the same design always gives the same picture", () => {
    fc.assert(
      fc.property(anything, (answer) => {
        expect(pictureOf(graphOf(answer)).picture).toEqual(pictureOf(graphOf(answer)).picture);
      }),
    );
  });

  const BEFORE =
    "users: id (PK), email\nposts: id (PK), user_id (FK -> users.id)\nlikes: user_id (FK -> users.id), post_id (FK -> posts.id)";
  const corners = (picture: Picture) => picture.nodes.map(({ box: { x, y } }) => ({ x, y }));

  test("an attribute more moves nothing sideways, and nothing above it", () => {
    const first = pictureOf(drawn(BEFORE));
    const after = pictureOf(drawn(BEFORE.replace("email", "email, phone")), first.kept).picture;
    expect(corners(after).map(({ x }) => x)).toEqual(corners(first.picture).map(({ x }) => x));
    expect(corners(after)[0]).toEqual(corners(first.picture)[0]);
  });

  test("an attribute at the end of the last table moves nothing at all", () => {
    const first = pictureOf(drawn(BEFORE));
    const after = pictureOf(drawn(`${BEFORE}, at`), first.kept).picture;
    expect(corners(after)).toEqual(corners(first.picture));
  });

  test("boxes that grow where they were kept still do not overlap", () => {
    fc.assert(
      fc.property(tangles, fc.array(fc.nat(30), { maxLength: 12 }), (answer, more) => {
        const graph = graphOf(answer);
        const { kept } = pictureOf(graph);
        const row = { type: null, shape: "scalar", keys: [], marks: [], rows: [] } as const;
        const nodes = graph.nodes.map((node, i) => ({
          ...node,
          rows: [
            ...node.rows,
            ...Array.from({ length: (more[i] ?? 0) % 7 }, () => ({ ...row, name: "x".repeat(more[i] ?? 0) })),
          ],
        }));
        expect(overlaps(pictureOf({ ...graph, nodes }, kept).picture)).toEqual([]);
      }),
    );
  });

  const hub = (tables: number) =>
    ["hub: id (PK)", ...Array.from({ length: tables }, (_, i) => `leaf_${i}: id (PK), hub_id (FK -> hub.id)`)].join(
      "\n",
    );

  test("many tables make a drawing that is tall beside the text, and wide in a window of its own", () => {
    const graph = drawn(hub(15));
    const [tall, wide] = [pictureOf(graph).picture, pictureOf(graph, null, "wide").picture];
    expect(tall.width).toBeLessThan(tall.height);
    expect(wide.width).toBeGreaterThan(wide.height);
    for (const picture of [tall, wide]) expect(overlaps(picture)).toEqual([]);
  });

  test("lines that go a long way pass at the right of all boxes, and every line is drawn", () => {
    const chain = Array.from({ length: 30 }, (_, i) =>
      i === 0 ? "t0: id (PK)" : `t${i}: id (PK), up (FK -> t${i - 1}.id), far (FK -> t${Math.floor(i / 5)}.id)`,
    );
    const { picture } = pictureOf(drawn(chain.join("\n")));
    expect(overlaps(picture)).toEqual([]);
    expect(picture.edges.filter((edge) => edge.length === 0)).toEqual([]);
  });

  test("what is referred to stands above what refers to it", () => {
    const { nodes } = pictureOf(drawn(BEFORE)).picture;
    const [users, posts, likes] = nodes.map(({ box }) => box.y + box.height);
    expect(users).toBeLessThan(nodes[1]?.box.y ?? 0);
    expect(posts).toBeLessThan(nodes[2]?.box.y ?? 0);
    expect(likes).toBeGreaterThan(posts ?? 0);
  });
});

describe("the SVG file", () => {
  test("is well formed, whatever the names", () => {
    fc.assert(
      fc.property(anything, fc.string({ unit: "binary" }), (answer, title) => {
        expectWellFormed(writeSvg(pictureOf(graphOf(answer)).picture, title));
      }),
    );
  });

  test("holds every name, and says what it shows", () => {
    const svg = writeSvg(
      pictureOf(drawn('users: id (PK), email\nposts: id (PK), "a<b" text, user_id (FK -> users.id)')).picture,
      "auction-design",
    );
    for (const words of ["<title>auction-design</title>", ">users<", ">email<", ">posts<", ">user_id<"])
      expect(svg).toContain(words);
    expect(svg).toContain("posts: 3 columns, refers to users");
  });

  test("has the light theme's colours", () => {
    const css = readFileSync("app/globals.css", "utf8");
    const tokens = [...css.matchAll(/--color-([\w-]+):\s*light-dark\((#\w{6}),/g)].map(([, name = "", light = ""]) => [
      name,
      light,
    ]);
    expect(Object.fromEntries(tokens)).toMatchObject(LIGHT_INKS);
  });
});
