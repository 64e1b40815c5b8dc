/**
 * The arrows of the house: default deny. An import that no line below allows is an error, and so is a cycle.
 * ARCHITECTURE.md says why; tests/architecture proves each line with an import that must be refused.
 */
import { existsSync, readdirSync } from "node:fs";

/** Each room of lib/ and the rooms that it may enter, by their index.ts. */
const BASE = ["diagnostics", "design"];
const GRADING = [...BASE, "scenario", "align", "access", "rubric"];
const PURE = ["chance", ...GRADING, "notation", "cards", "drills", "schedule", "fit", "practice"];

export const ROOMS = {
  chance: [],
  diagnostics: [],
  design: ["diagnostics"],
  notation: BASE,
  scenario: BASE,
  align: [...BASE, "scenario"],
  access: [...BASE, "scenario", "align"],
  rubric: [...BASE, "scenario", "align", "access"],
  cards: ["chance", ...GRADING],
  drills: ["chance", ...GRADING, "notation"],
  schedule: ["chance"],
  fit: ["schedule"],
  practice: PURE.filter((room) => room !== "practice"),
  proof: [...GRADING, "notation"],
  exchange: ["schedule"],
  server: [...PURE, "exchange"],
};

/** Reads the content: the one file there that does I/O and is entered beside index.ts, and the pure parts that only it uses. */
const LOADER = "lib/scenario/load\\.ts";
const LOADER_PARTS = "lib/scenario/(load[a-z-]*|content-text)\\.ts";

/** Runs PostgreSQL: the one file of its room that does I/O, entered beside index.ts where a proof is run. */
const RUNNER = "lib/proof/pglite\\.ts";

/** What runs in the worker of a proof: the page itself never loads PostgreSQL. */
const IN_WORKER = ["^components/proof/proof-worker\\.ts$", "^components/proof/fetch-assets\\.ts$"];

/** Each package that the program uses, and the only paths that may import it. */
export const OWNERS = {
  yaml: ["lib/scenario/load"],
  "@electric-sql/pglite": ["lib/proof/pglite\\.ts"],
  "ts-fsrs": ["lib/schedule/"],
  "@open-spaced-repetition/binding": ["lib/server/fitting/"],
  munkres: ["lib/align/"],
  zod: ["lib/(scenario|cards|schedule|rubric|practice|exchange|server)/", "app/.*schema\\.ts", "app/.*actions\\.ts"],
  "@prisma/client": ["lib/server/"],
  "@prisma/adapter-better-sqlite3": ["lib/server/"],
  "@prisma/driver-adapter-utils": ["lib/server/"],
  "@node-rs/argon2": ["lib/server/"],
  "better-sqlite3": ["lib/server/", "scripts/database"],
  "@prisma/schema-engine-wasm": ["scripts/database"],
  prisma: ["prisma\\.config\\.ts", "scripts/database"],
  "next-auth": ["lib/server/", "app/api/auth/"],
  "server-only": ["lib/server/"],
  next: ["app/", "components/", "lib/server/", "instrumentation\\.ts", "proxy\\.ts"],
  react: ["app/", "components/", "lib/server/"],
  "react-dom": ["app/", "components/"],
  "radix-ui": ["app/", "components/"],
  cmdk: ["app/", "components/"],
  geist: ["app/"],
  idb: ["components/review/"],
  marked: ["app/", "components/", "lib/exchange/"],
  "sql\\.js": ["lib/exchange/"],
  fflate: ["lib/exchange/"],
  fzstd: ["lib/exchange/"],
  "@xyflow/react": ["components/diagram/"],
  "@dagrejs/dagre": ["components/diagram/"],
  "@codemirror/[a-z]+": ["components/editor/"],
  "@lezer/highlight": ["components/editor/"],
};

const inPackage = (name) => `(^|/)node_modules/(${name}|@types/${name.replace("@", "").replace("/", "__")})/`;
const anyOf = (names) => `(${names.join("|")})`;
const frontDoor = (rooms) => `^lib/${anyOf(rooms)}/index\\.ts$`;

const insideRooms = Object.keys(ROOMS).map((room) => ({
  from: { path: `^lib/${room}/` },
  to: { path: `^lib/${room}/` },
}));

const betweenRooms = Object.entries(ROOMS)
  .filter(([, below]) => below.length > 0)
  .map(([room, below]) => ({ from: { path: `^lib/${room}/` }, to: { path: frontDoor(below) } }));

const owners = Object.entries(OWNERS).map(([name, paths]) => ({
  from: { path: `^${anyOf(paths)}` },
  to: { path: inPackage(name) },
}));

const nodeBuiltIns = ["lib/server/", LOADER].map((path) => ({
  from: { path: `^${path}` },
  to: { dependencyTypes: ["core"] },
}));

/** The folders of app/ that keep `_parts`; each is for what lies in that folder, and no other. */
const privateParts = (existsSync("app") ? readdirSync("app", { recursive: true, withFileTypes: true }) : [])
  .filter((entry) => entry.isDirectory() && entry.name === "_parts")
  .map((entry) => (entry.parentPath ?? entry.path).replaceAll("\\", "/").replace(/[()[\].]/g, "\\$&"))
  .map((folder) => ({
    name: "private-parts",
    comment: "A route's _parts belong to that route.",
    severity: "error",
    from: { path: "^app/", pathNot: `^${folder}/` },
    to: { path: `^${folder}/_parts/` },
  }));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  allowedSeverity: "error",
  allowed: [
    ...insideRooms,
    ...betweenRooms,
    ...owners,
    ...nodeBuiltIns,
    { from: { path: `^${LOADER_PARTS}` }, to: { path: frontDoor([...GRADING, "cards", "notation"]) } },
    { from: { path: "^lib/server/" }, to: { path: `^${LOADER}` } },
    { from: { path: "^components/" }, to: { path: `^components/|${frontDoor([...PURE, "proof"])}` } },
    { from: { path: anyOf(IN_WORKER) }, to: { path: `^${RUNNER}` } },
    {
      from: { path: "^app/" },
      to: { path: `^(app|components)/|${frontDoor([...PURE, "proof", "server"])}|^${LOADER}` },
    },
    { from: { path: "^(scripts|tests)/" }, to: {} },
    { from: { path: "^[^/]+\\.(js|mjs|ts)$" }, to: {} },
  ],
  forbidden: [
    { name: "no-cycle", severity: "error", from: {}, to: { circular: true } },
    { name: "not-found", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...privateParts,
    {
      name: "content-is-read-by-its-loader",
      comment: "What every room may import does no I/O.",
      severity: "error",
      from: { path: "^lib/", pathNot: [`^${LOADER_PARTS}`, "^lib/server/"] },
      to: { path: `^${LOADER}` },
    },
    {
      name: "loaded-late",
      comment: "The editor is 130 kB: only a dynamic import reaches it, and types, which weigh nothing.",
      severity: "error",
      from: { pathNot: "^(components/editor|tests)/" },
      to: {
        path: "^components/editor/",
        pathNot: "^components/editor/contract\\.ts$",
        dynamic: false,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nothing-needs-tests",
      severity: "error",
      from: { pathNot: "^(tests/|[^/]+$)" },
      to: { path: "^tests/" },
    },
    {
      name: "one-owner",
      comment: "Scripts reach a database or a notation through the rooms that own them.",
      severity: "error",
      from: { path: "^scripts/", pathNot: "^scripts/database" },
      to: { path: anyOf(Object.keys(OWNERS).map(inPackage)) },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^lib/server/generated/"] },
    exclude: { path: ["^\\.next", "^next-env\\.d\\.ts$"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
    cache: false,
  },
};
