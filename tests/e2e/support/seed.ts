import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { seedHalfAYear } from "../../support/half-a-year";
import { expect } from "./test";

/** The database of the server that the journeys are run on; `playwright.config.ts` makes its folder. */
function databaseFile(): string {
  const folder = process.env.E2E_FOLDER;
  if (folder === undefined) throw new Error("E2E_FOLDER is not set");
  return join(folder, "journeys.db");
}

/** Ids of built-in cards, as they stand in their files. */
function cardIds(): readonly string[] {
  return readdirSync("content/cards").flatMap((deck) =>
    Array.from(readFileSync(join("content/cards", deck), "utf8").matchAll(/^ {2}- id: (\S+)$/gm), ([, id]) => id ?? ""),
  );
}

/** Signs somebody new up, and gives their e-mail address. */
export async function signUp(page: Page, password: string): Promise<string> {
  const email = `somebody-${crypto.randomUUID()}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  return email;
}

/** Signs somebody new up, who then has half a year of practice behind them. */
export async function signUpWithHistory(page: Page): Promise<void> {
  const email = await signUp(page, "three quiet words");
  const file = databaseFile();
  const database = new Database(file, { readonly: true });
  const id = database.prepare<string, string>(`SELECT "id" FROM "Person" WHERE "email" = ?`).pluck().get(email);
  database.close();
  if (id === undefined) throw new Error(`nobody signed up as ${email}`);
  const scenarios = readdirSync("content/scenarios").slice(0, 7);
  seedHalfAYear({ file, personId: id, now: Date.now(), cards: cardIds().slice(0, 120), scenarios });
}
