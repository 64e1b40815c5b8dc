/** What the benches of pages share: the production server with a database of its own, a browser, and a line of the table. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/setup/browser.mjs";
import { claimPort } from "../../scripts/setup/serve.mjs";

/** Serves the production build, calls `measure` with a browser and the address of `path`, and takes all of it down again. */
export async function onServer(
  path: string,
  measure: (browser: Browser, address: string) => Promise<void>,
): Promise<void> {
  const port = await claimPort(0);
  const folder = mkdtempSync(join(tmpdir(), "cardinality-bench-"));
  const server = spawn(process.execPath, ["tests/e2e/support/server.mjs"], {
    env: { ...process.env, E2E_PORT: String(port), E2E_FOLDER: folder },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const address = `http://localhost:${port}${path}`;
  try {
    // It answers once it is built and started.
    while (!(await isAnswered(address))) {
      if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const args = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
    const browser = await chromium.launch({ executablePath: await findBrowser(), args });
    await measure(browser, address);
    await browser.close();
  } finally {
    server.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isAnswered(address: string): Promise<boolean> {
  const reply = await fetch(address).catch(() => null);
  return reply?.ok === true;
}

/** The head of the table that `figureLine` writes lines of. @param width of the first column. */
export function figureHead(unit: string, width: number): string {
  return `${unit.padEnd(width)}  median   worst    goal\n`;
}

/** A figure's median and worst beside its goal, which the median meets or misses. */
export function figureLine(name: string, values: readonly number[], goal: number, width: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [median = 0, worst = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const cells = [median, worst, goal].map((value) => String(Math.round(value * 10) / 10).padStart(8));
  return `${name.padEnd(width)}${cells.join("")}  ${median <= goal ? "met" : "missed"}\n`;
}
