import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSandbox, type Sandbox } from "./sandbox";

const ROOMS = [
  "chance",
  "diagnostics",
  "design",
  "notation",
  "scenario",
  "align",
  "access",
  "rubric",
  "cards",
  "drills",
  "schedule",
  "fit",
  "practice",
  "server",
];

/** Files, what they import, and the rule that must refuse it; null: allowed. */
const CASES: readonly (readonly [from: string, imports: string, refusedBy: string | null])[] = [
  // Downwards only.
  ["lib/design/up.ts", "@/lib/scenario", "not-in-allowed"],
  ["lib/diagnostics/up.ts", "@/lib/design", "not-in-allowed"],
  ["lib/chance/up.ts", "@/lib/design", "not-in-allowed"],
  ["lib/notation/across.ts", "@/lib/scenario", "not-in-allowed"],
  ["lib/scenario/across.ts", "@/lib/notation", "not-in-allowed"],
  ["lib/align/up.ts", "@/lib/access", "not-in-allowed"],
  ["lib/rubric/up.ts", "@/lib/cards", "not-in-allowed"],
  ["lib/rubric/across.ts", "@/lib/notation", "not-in-allowed"],
  ["lib/schedule/across.ts", "@/lib/cards", "not-in-allowed"],
  ["lib/schedule/up.ts", "@/lib/fit", "not-in-allowed"],
  ["lib/fit/across.ts", "@/lib/cards", "not-in-allowed"],
  ["lib/fit/down.ts", "@/lib/schedule", null],
  ["lib/drills/across.ts", "@/lib/cards", "not-in-allowed"],
  ["lib/drills/up.ts", "@/lib/practice", "not-in-allowed"],
  ["lib/drills/down.ts", "@/lib/notation", null],
  ["lib/practice/up.ts", "@/lib/server", "not-in-allowed"],
  ["lib/server/up.ts", "@/app/page", "not-in-allowed"],
  ["lib/rubric/shows.ts", "@/components/ui/button", "not-in-allowed"],
  ["lib/rubric/down.ts", "@/lib/align", null],
  ["lib/cards/down.ts", "@/lib/chance", null],
  ["lib/practice/down.ts", "@/lib/notation", null],
  ["lib/server/down.ts", "@/lib/practice", null],
  // By the front door.
  ["lib/rubric/deep.ts", "@/lib/align/inner", "not-in-allowed"],
  ["app/practice/deep.ts", "@/lib/server/inner", "not-in-allowed"],
  ["components/deep.tsx", "../lib/design/inner", "not-in-allowed"],
  ["lib/align/own.ts", "./inner", null],
  // Reading content is I/O, and only what may do I/O asks for it.
  ["lib/practice/reads.ts", "@/lib/scenario/load", "not-in-allowed"],
  ["components/reads.tsx", "@/lib/scenario/load", "not-in-allowed"],
  ["lib/scenario/reads.ts", "./load", "content-is-read-by-its-loader"],
  ["lib/scenario/load-decks.ts", "@/lib/cards", null],
  ["app/practice/reads.ts", "@/lib/scenario/load", null],
  ["lib/server/reads.ts", "@/lib/scenario/load", null],
  // Components know no server and no route.
  ["components/server.tsx", "@/lib/server", "not-in-allowed"],
  ["components/route.tsx", "@/app/page", "not-in-allowed"],
  ["components/pure.tsx", "@/lib/design", null],
  ["app/practice/shows.tsx", "@/components/ui/button", null],
  // A route keeps its parts.
  ["app/progress/page.tsx", "@/app/review/_parts/card", "private-parts"],
  ["app/progress/_parts/row.tsx", "@/app/review/_parts/card", "private-parts"],
  ["app/review/page.tsx", "./_parts/card", null],
  ["app/reports/[id]/page.tsx", "./_parts/remark", null],
  ["app/reports/[id]/_parts/remark.tsx", "@/app/review/_parts/card", "private-parts"],
  ["app/(auth)/sign-in/page.tsx", "@/app/reports/[id]/_parts/remark", "private-parts"],
  // One owner for each package.
  ["lib/practice/yaml.ts", "yaml", "not-in-allowed"],
  ["lib/scenario/load.ts", "yaml", null],
  ["lib/cards/fsrs.ts", "ts-fsrs", "not-in-allowed"],
  ["lib/schedule/fsrs.ts", "ts-fsrs", null],
  ["lib/fit/binding.ts", "@open-spaced-repetition/binding", "not-in-allowed"],
  ["lib/server/binding.ts", "@open-spaced-repetition/binding", "not-in-allowed"],
  ["lib/server/fitting/binding.ts", "@open-spaced-repetition/binding", null],
  ["lib/rubric/munkres.ts", "munkres", "not-in-allowed"],
  ["lib/align/munkres.ts", "munkres", null],
  ["components/shell/store.ts", "idb", "not-in-allowed"],
  ["components/review/store.ts", "idb", null],
  ["lib/design/zod.ts", "zod", "not-in-allowed"],
  ["components/zod.tsx", "zod", "not-in-allowed"],
  ["lib/scenario/zod.ts", "zod", null],
  ["app/practice/zod.ts", "zod", "not-in-allowed"],
  ["app/practice/schema.ts", "zod", null],
  ["app/practice/prisma.ts", "@prisma/client", "not-in-allowed"],
  ["app/practice/sqlite.ts", "better-sqlite3", "not-in-allowed"],
  ["lib/practice/auth.ts", "next-auth", "not-in-allowed"],
  ["components/auth.tsx", "next-auth/react", "not-in-allowed"],
  ["app/api/auth/route.ts", "next-auth", null],
  ["lib/server/password.ts", "@node-rs/argon2", null],
  ["app/practice/password.ts", "@node-rs/argon2", "not-in-allowed"],
  ["lib/practice/react.ts", "react", "not-in-allowed"],
  ["lib/practice/next.ts", "next/navigation", "not-in-allowed"],
  ["lib/practice/marked.ts", "marked", "not-in-allowed"],
  ["components/marked.tsx", "marked", null],
  ["components/answer/mirror.ts", "@codemirror/view", "not-in-allowed"],
  ["components/editor/mirror.ts", "@codemirror/view", null],
  ["lib/notation/mirror.ts", "@lezer/highlight", "not-in-allowed"],
  ["scripts/yaml.ts", "yaml", "one-owner"],
  // What is heavy is loaded where it is used, when it is used.
  ["components/answer/early.tsx", "@/components/editor/design-editor", "loaded-late"],
  ["components/proof/early.tsx", "@/lib/proof/pglite", "not-in-allowed"],
  ["scripts/database-look.ts", "better-sqlite3", null],
  // The machine.
  ["lib/notation/files.ts", "node:fs", "not-in-allowed"],
  ["components/files.tsx", "node:fs", "not-in-allowed"],
  ["lib/server/files.ts", "node:fs", null],
  ["scripts/files.ts", "node:fs", null],
  // And the rest.
  ["app/practice/tests.ts", "@/tests/support/thing", "nothing-needs-tests"],
  ["lib/design/lost.ts", "./nowhere", "not-found"],
  ["lib/design/circle.ts", "./circle-back", "no-cycle"],
  ["lib/design/circle-back.ts", "./circle", "no-cycle"],
];

const STANDING = [
  "components/ui/button.ts",
  "components/editor/design-editor.ts",
  "app/page.ts",
  "app/review/_parts/card.ts",
  "tests/support/thing.ts",
];

interface Module {
  readonly source: string;
  readonly dependencies: readonly { readonly module: string; readonly rules?: readonly { readonly name: string }[] }[];
}

describe("arrows between rooms", () => {
  let sandbox: Sandbox;
  let modules: readonly Module[];

  beforeAll(() => {
    sandbox = makeSandbox();
    for (const room of ROOMS)
      for (const file of ["index", "inner"]) sandbox.write(`lib/${room}/${file}.ts`, "export {};\n");
    for (const file of STANDING) sandbox.write(file, "export {};\n");
    for (const [from, imports] of CASES) sandbox.write(from, `import type {} from "${imports}";\n`);
    const args = [
      "--config",
      ".dependency-cruiser.mjs",
      "--output-type",
      "json",
      "app",
      "components",
      "lib",
      "scripts",
      "tests",
    ];
    modules = JSON.parse(sandbox.run("dependency-cruiser", "depcruise", args)).modules;
  });
  afterAll(() => sandbox.remove());

  test.each(CASES)("%s → %s: %s", (from, imports, refusedBy) => {
    const module = modules.find(({ source }) => source === from);
    const found = module?.dependencies.filter(
      (dependency) => dependency.module === imports || `node:${dependency.module}` === imports,
    );
    expect(found, "the import stands in the graph").toHaveLength(1);
    const rules = found?.[0]?.rules?.map(({ name }) => name) ?? [];
    if (refusedBy === null) expect(rules).toEqual([]);
    else expect(rules).toContain(refusedBy);
  });
});
