import { expect, test } from "vitest";
import {
  alternativesOf,
  columnsOf,
  entityNames,
  findEntity,
  findEntityAttribute,
  findInvariant,
  findPattern,
  findRelation,
  findRole,
  mayMerge,
  relationId,
  relationsOf,
  relationsTo,
  scenarioSchema,
} from "@/lib/scenario";
import { readYaml } from "@/lib/scenario/load-yaml";
import { SCENARIO } from "./lending";

const { value, problems } = readYaml("lending.yaml", SCENARIO, scenarioSchema);
if (!value) throw new Error(JSON.stringify(problems));
const scenario = value;

test("relations go by their role, else by where they lead", () => {
  expect(scenario.relations.map(relationId)).toEqual(["loan->book", "loan->borrower"]);
  expect(findRelation(scenario, "loan->borrower")?.to).toBe("member");
  expect(findRelation(scenario, "loan->member")).toBeNull();
  expect(findRole(scenario, "loan", "borrower")?.to).toBe("member");
  expect(findRole(scenario, "book", "borrower")).toBeNull();
});

test("relations are found from both ends", () => {
  expect(relationsOf(scenario, "loan").map(relationId)).toEqual(["loan->book", "loan->borrower"]);
  expect(relationsOf(scenario, "book")).toEqual([]);
  expect(relationsTo(scenario, "member").map(relationId)).toEqual(["loan->borrower"]);
});

test("columns are attributes, then roles", () => {
  expect(columnsOf(scenario, "loan")).toEqual(["lent_at", "due_at", "book", "borrower"]);
  expect(columnsOf(scenario, "nothing")).toEqual([]);
});

test("parts are found by name, and names of every object are no parts", () => {
  expect(entityNames(scenario)).toEqual(["member", "book", "loan"]);
  expect(findEntity(scenario, "loan")?.identity).toEqual(["book", "lent_at"]);
  expect(findEntityAttribute(scenario, "member", "email")?.facts).toEqual(["unique", "mutable"]);
  for (const name of ["constructor", "toString", "__proto__", "", "loans"]) {
    expect(findEntity(scenario, name)).toBeNull();
    expect(findEntityAttribute(scenario, "loan", name)).toBeNull();
  }
  expect(findPattern(scenario, "my-books")?.heat).toBe("hot");
  expect(findPattern(scenario, "loan")).toBeNull();
  expect(findInvariant(scenario, "due-known")?.kind).toBe("not-null");
  expect(findInvariant(scenario, "my-books")).toBeNull();
});

test("alternatives are found by kind", () => {
  expect(alternativesOf(scenario, "copy").map((copy) => copy.name)).toEqual(["shelf"]);
  expect(alternativesOf(scenario, "embed")).toEqual([]);
  expect(mayMerge(scenario, "loan", "book")).toBe(true);
  expect(mayMerge(scenario, "loan", "member")).toBe(false);
});
