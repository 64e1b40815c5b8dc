import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeIfChanged } from "@/scripts/setup/fingerprint.mjs";
import { requireNode } from "@/scripts/setup/install.mjs";
import { run } from "@/scripts/setup/run.mjs";
import { claimPort, readPort } from "@/scripts/setup/serve.mjs";

describe("what npm start checks first", () => {
  test.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("Node %s will do", (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });
  test.each(["18.20.0", "20.9.0", "20.18.3"])("Node %s is refused in words", (version) => {
    expect(() => requireNode(version)).toThrow(`Cardinality needs Node 20.19 or newer; this is ${version}.`);
  });

  test.each(["", "0", "-1", "70000", "http", "3000.5"])("PORT=%s is refused", (port) => {
    expect(() => readPort(port)).toThrow("PORT must be a whole number");
  });
  test("PORT is 3000 unless it is set", () => {
    expect([readPort(undefined), readPort("8080")]).toEqual([3000, 8080]);
  });

  test("a port in use is said, with what to type instead", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    await expect(claimPort(port)).rejects.toThrow(
      `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`,
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(claimPort(port)).resolves.toBe(port);
  });

  test("a program that does not exist is a result, not a crash", async () => {
    expect((await run("no-such-program-here", [])).code).toBe(127);
  });
});

describe("what is made once", () => {
  let folder: string;
  beforeAll(() => {
    mkdirSync("test-results", { recursive: true });
    folder = relative(process.cwd(), mkdtempSync("test-results/made-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is made again when a file that goes into it changes, comes or goes, and only then", async () => {
    let made = 0;
    const source = `${folder}/source`;
    const step = () => makeIfChanged({ stamp: `${folder}/stamp`, paths: [source], make: async () => void made++ });
    const counts: number[] = [];
    const note = async () => {
      await step();
      counts.push(made);
    };
    mkdirSync(join(source, "deep"), { recursive: true });
    await note();
    await note();
    writeFileSync(join(source, "deep/a.txt"), "1");
    await note();
    await note();
    writeFileSync(join(source, "deep/a.txt"), "2");
    await note();
    rmSync(join(source, "deep/a.txt"));
    await note();
    expect(counts).toEqual([1, 1, 2, 2, 3, 4]);
  });

  test("is not taken for made where making it failed", async () => {
    const stamp = `${folder}/failed`;
    const fail = makeIfChanged({ stamp, paths: [], make: () => Promise.reject(new Error("no")) });
    await expect(fail).rejects.toThrow("no");
    const made: string[] = [];
    await makeIfChanged({ stamp, paths: [], make: async () => void made.push("again") });
    expect(made).toEqual(["again"]);
  });
});
