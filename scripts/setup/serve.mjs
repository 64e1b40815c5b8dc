/** Runs Next's server as a child and stops it with this process. */
import { spawn } from "node:child_process";
import { connect, createServer } from "node:net";
import { commandOf, ROOT, Stop } from "./run.mjs";

/** @param {string | undefined} text */
export function readPort(text) {
  const port = Number(text ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`PORT must be a whole number from 1 to 65535; it is "${text}".`);
}

/** A port that nobody listens on; `0` asks for any. @param {number} port @returns {Promise<number>} */
export function claimPort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => reject(new Stop(refusal(port, error.code))));
    server.listen(port, () => {
      const address = server.address();
      const free = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve(free));
    });
  });
}

/** @param {number} port @param {string | undefined} code */
function refusal(port, code) {
  if (code === "EADDRINUSE")
    return `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`;
  if (code === "EACCES")
    return `This account may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`;
  return `Port ${port} cannot be used (${code}). Choose another: PORT=${port + 1} npm start`;
}

/** What Next says about itself while it starts; the address is printed once it answers. */
const NOISE = /^\s*(▲ Next|- (Local|Network|Environments|Experiments)|✓ (Starting|Ready|Running next\.config))/;

/**
 * @param {{ mode: "start" | "dev", port: number, env?: import("./run.mjs").Environment, ready: () => void }} server
 * @returns {Promise<number>} the exit code, once it ends; 0 where it was asked to stop
 */
export function serve({ mode, port, env, ready }) {
  const child = spawn(process.execPath, [commandOf("next"), mode, "-p", String(port)], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: mode === "dev" ? "development" : "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let asked = false;
  const stop = () => {
    if (asked) return;
    asked = true;
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
    const lines = text.split("\n").filter((line) => !NOISE.test(line));
    if (lines.some((line) => line.trim() !== "")) process.stdout.write(lines.join("\n"));
  });
  const waiting = setInterval(() => {
    const probe = connect({ port, host: "localhost" });
    probe.on("error", () => probe.destroy());
    probe.on("connect", () => {
      probe.destroy();
      clearInterval(waiting);
      ready();
    });
  }, 100);
  return new Promise((resolve) => {
    child.on("close", (code) => {
      clearInterval(waiting);
      resolve(asked ? 0 : (code ?? 1));
    });
  });
}
