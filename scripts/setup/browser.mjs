/** Finds a Chromium for the tests, or installs one where that can be done without asking. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, run, runPackage, Stop, say } from "./run.mjs";

/** The shell first: the same engine without a desktop's windows, which nobody sees here, and quicker for it. */
const COMMANDS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser that Playwright downloads for itself. */
async function playwrightsOwn() {
  const { chromium } = await import(pathToFileURL(join(ROOT, "node_modules/@playwright/test/index.mjs")).href);
  return chromium.executablePath();
}

async function find() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Stop(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((name) => join(folder, name)));
  return [named, await playwrightsOwn(), ...PLACES, ...onPath].find((file) => file && existsSync(file));
}

/** Debian's own package where this account may install one, else Playwright's download. */
async function install() {
  const root = process.getuid?.() === 0;
  if (root && existsSync("/usr/bin/apt-get")) {
    say("Installing Chromium with apt-get …");
    await run("apt-get", ["update", "-q"]);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    let said = "";
    for (const chromium of ["chromium-headless-shell", "chromium"]) {
      // What it recommends is a desktop with its printers; of that, the pages need the fonts.
      const packages = ["--no-install-recommends", chromium, "fonts-liberation"];
      const { code, output } = await run("apt-get", ["install", "-y", "-q", ...packages], { env });
      if (code === 0) return;
      said = output.trim();
    }
    say(said);
  }
  say("Downloading Chromium with Playwright …");
  await runPackage("@playwright/test", ["install", "chromium"], { show: true, command: "playwright" });
}

/** @returns {Promise<string>} the path of a Chromium or Chrome */
export async function findBrowser() {
  const standing = await find();
  if (standing) return standing;
  await install();
  const installed = await find();
  if (installed) return installed;
  throw new Stop(
    "The browser tests need Chromium or Chrome, and none could be found or installed. Install one (on Debian and Ubuntu: " +
      "sudo apt-get install chromium; elsewhere: npx playwright install chromium), or name one with CHROMIUM_PATH=/path/to/chrome.",
  );
}
