import { RULE_IDS, type RuleId } from "@/lib/rubric";

/** What the front matter of a sheet in `content/` says about the sheet itself; empty where it says nothing. */
export interface SheetHead {
  /** The first `#` comment. */
  readonly title: string;
  readonly scenario: string;
}

export function headOf(text: string): SheetHead {
  const front = /^---\n([\s\S]*?)^---$/m.exec(text)?.[1] ?? "";
  return {
    title: /^#\s*(\S.*)$/m.exec(front)?.[1]?.trim() ?? "",
    scenario: /^scenario:\s*(\S+)\s*$/m.exec(front)?.[1] ?? "",
  };
}

/** `constraints-unique.email.txt` → `constraints/unique`; null where the name begins with no rule. */
export function ruleOfFile(file: string): RuleId | null {
  const [name = ""] = file.split(".");
  return RULE_IDS.find((rule) => rule.replace("/", "-") === name) ?? null;
}

/** The sections of every brief, so that a reader finds volume and questions in the same place each time. */
const SECTIONS = ["What it must do", "How much", "What is asked of the data", "What must hold"];

export function missingSections(brief: string): readonly string[] {
  const titles = brief.split("\n").map((line) => line.trim());
  return SECTIONS.filter((title) => !titles.includes(`## ${title}`));
}
