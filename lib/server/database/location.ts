import { join, resolve } from "node:path";

/** `npm` and Next both run from the project's root. */
export function projectRoot(): string {
  return process.cwd();
}

/** The folder of what this machine keeps and git does not. */
export function dataFolder(): string {
  return join(projectRoot(), "data");
}

/**
 * The database's file. `DATABASE_URL` moves it (`file:` and a path, from the project's root if it is not absolute).
 * @throws Error where `DATABASE_URL` names anything but a file.
 */
export function databaseFile(): string {
  const url = process.env.DATABASE_URL?.trim();
  if (!url) return join(dataFolder(), "cardinality.db");
  const path = /^file:(?!$)(?:\/\/(?=\/))?([^?]+)/.exec(url)?.[1];
  if (!path) throw new Error(`DATABASE_URL must name a file, as in file:data/cardinality.db; it is "${scheme(url)}…".`);
  return resolve(projectRoot(), path);
}

/** Never the whole address: it may hold a password. */
function scheme(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(":") + 1));
}
