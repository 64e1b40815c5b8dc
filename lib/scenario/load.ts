import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Deck, inTeachingOrder } from "@/lib/cards";
import type { RuleId } from "@/lib/rubric";
import { checkScenario } from "./check";
import { headOf, missingSections, ruleOfFile } from "./content-text";
import { gapsOfDecks, problemsOfDecks, readDeckFile } from "./load-decks";
import { type FileProblem, readYaml } from "./load-yaml";
import { type Scenario, scenarioSchema } from "./schema";

export { type FileProblem } from "./load-yaml";

/** A sound answer: full marks at every level. The first in name order is the model answer shown first. */
export interface SoundAnswer {
  readonly file: string;
  /** The first comment of its front matter. */
  readonly title: string;
  readonly text: string;
}

/** A sound answer with one thing wrong: it raises this rule and nothing else. */
export interface FlawedAnswer {
  readonly file: string;
  readonly rule: RuleId;
  readonly text: string;
}

/** One folder of `content/scenarios`, whole. `file` is the name inside `answers/` or `mistakes/`. */
export interface ScenarioBundle {
  readonly scenario: Scenario;
  /** Markdown. */
  readonly brief: string;
  readonly answers: readonly SoundAnswer[];
  readonly mistakes: readonly FlawedAnswer[];
}

/** What was read, and everything that is wrong with it. */
export interface Reading<T> {
  readonly values: readonly T[];
  readonly problems: readonly FileProblem[];
}

/** Where the content lies unless told otherwise: `content/` of the project that runs. */
export function contentRoot(): string {
  return join(process.cwd(), "content");
}

function named(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}

function problem(path: string, message: string, line = 1): FileProblem {
  return { file: named(path), line, column: 1, message };
}

/** Names in a folder that end so, in the order of their characters; none where there is no folder. */
function filesIn(folder: string, end: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .sort();
}

function readText(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}

/** A sheet of the content, and what is wrong with its front matter. */
function readSheetFile(folder: string, file: string, slug: string, problems: FileProblem[]): SoundAnswer {
  const path = join(folder, file);
  const text = readText(path);
  const { title, scenario } = headOf(text);
  if (title === "") problems.push(problem(path, "The front matter has no title: begin it with a '# comment'.", 2));
  if (scenario !== slug) problems.push(problem(path, `The front matter should say 'scenario: ${slug}'.`, 2));
  return { file, title, text };
}

function readMistakes(folder: string, slug: string, problems: FileProblem[]): readonly FlawedAnswer[] {
  return filesIn(folder, ".txt").flatMap((file) => {
    const { text } = readSheetFile(folder, file, slug, problems);
    const rule = ruleOfFile(file);
    if (rule) return [{ file, rule, text }];
    const message = "The file's name does not begin with a rule, as in 'constraints-unique.email.txt'.";
    problems.push(problem(join(folder, file), message));
    return [];
  });
}

function readBundle(folder: string, slug: string, problems: FileProblem[]): ScenarioBundle | null {
  const [scenarioPath, briefPath] = [join(folder, "scenario.yaml"), join(folder, "brief.md")];
  const absent = [scenarioPath, briefPath].filter((path) => !existsSync(path));
  problems.push(...absent.map((path) => problem(path, "This file is missing.")));
  const answers = filesIn(join(folder, "answers"), ".txt").map((file) =>
    readSheetFile(join(folder, "answers"), file, slug, problems),
  );
  if (answers.length === 0) problems.push(problem(join(folder, "answers"), "There is no model answer."));
  const mistakes = readMistakes(join(folder, "mistakes"), slug, problems);
  if (absent.length > 0) return null;

  const brief = readText(briefPath);
  problems.push(...missingSections(brief).map((title) => problem(briefPath, `The section '## ${title}' is missing.`)));
  const yaml = readYaml(named(scenarioPath), readText(scenarioPath), scenarioSchema);
  problems.push(...yaml.problems);
  if (!yaml.value) return null;
  if (yaml.value.slug !== slug)
    problems.push(yaml.place({ path: ["slug"], message: `The slug should be '${slug}', as the folder.` }));
  problems.push(...checkScenario(yaml.value, brief).map(yaml.place));
  return { scenario: yaml.value, brief, answers, mistakes };
}

/** Every scenario under `root`, with all problems instead of a throw. */
export function readScenarios(root = contentRoot()): Reading<ScenarioBundle> {
  const folder = join(root, "scenarios");
  if (!existsSync(folder)) return { values: [], problems: [problem(folder, "This folder is missing.")] };
  const problems: FileProblem[] = [];
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const bundles = slugs.map((slug) => readBundle(join(folder, slug), slug, problems));
  return { values: bundles.filter((bundle) => bundle !== null), problems };
}

/** Every deck under `root`, with all problems instead of a throw; none where there is no folder. */
export function readDecks(root = contentRoot()): Reading<Deck> {
  const folder = join(root, "cards");
  const read = filesIn(folder, ".yaml").map((file) => {
    const path = join(folder, file);
    return readDeckFile(named(path), file.slice(0, -".yaml".length), readText(path));
  });
  const files = read.map(({ deckFile }) => deckFile).filter((file) => file !== null);
  const problems = [...read.flatMap((one) => one.problems), ...problemsOfDecks(files)];
  return { values: files.map(({ deck }) => deck), problems };
}

/** Everything that is wrong with the content under `root`: all files, and what the whole of it leaves out. */
export function checkContent(root = contentRoot()): readonly FileProblem[] {
  const decks = readDecks(root);
  const gaps = gapsOfDecks(decks.values).map((message) => problem(join(root, "cards"), message));
  return [...readScenarios(root).problems, ...decks.problems, ...gaps];
}

/** `file:line:column message`, the shape that editors and terminals link. */
export function renderProblem({ file, line, column, message }: FileProblem): string {
  return `${file}:${line}:${column} ${message}`;
}

function orThrow<T>(what: string, { values, problems }: Reading<T>): readonly T[] {
  if (problems.length === 0) return values;
  const lines = problems.map(renderProblem).join("\n");
  throw new Error(`${what} cannot be used; ${problems.length} to mend:\n${lines}`);
}

/** Reads once for each root: content changes with a release, not while it runs. */
function once<T>(read: (root: string) => T): (root?: string) => T {
  const kept = new Map<string, T>();
  return (root = contentRoot()) => {
    const before = kept.get(root);
    if (before !== undefined) return before;
    const value = read(root);
    kept.set(root, value);
    return value;
  };
}

/** All scenarios in order of their slugs. Throws one error that lists every problem, each with file, line and column. */
export const loadScenarios = once((root) => orThrow("The scenarios", readScenarios(root)));

/** All decks in the order in which they are meant to be learnt. Throws one error that lists every problem. */
export const loadDecks = once((root) => inTeachingOrder(orThrow("The decks", readDecks(root))));

/** The scenario with this slug, or null. */
export function findBundle(slug: string, root?: string): ScenarioBundle | null {
  return loadScenarios(root).find((bundle) => bundle.scenario.slug === slug) ?? null;
}
