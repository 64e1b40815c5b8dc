/** Makes `public/proof`: PostgreSQL for the browser, in brotli, in gzip (browsers ask for brotli on safe connections alone) and whole, under a path that names its content; `assets.json` says which. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { makeDataDirectory } from "@/lib/proof/pglite";
import { ROOT } from "./setup/run.mjs";

const PACKAGE = join(ROOT, "node_modules/@electric-sql/pglite/dist");
const TARGET = join(ROOT, "public/proof");
/** Higher takes minutes and saves a tenth. */
const QUALITY = 9;
const LONGEST_WINDOW = 24;

const compress = promisify(brotliCompress);
const zip = promisify(gzip);

function squeeze(data: Uint8Array): Promise<Uint8Array> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return compress(data, {
    params: {
      [BROTLI_PARAM_QUALITY]: QUALITY,
      [BROTLI_PARAM_LGWIN]: LONGEST_WINDOW,
      [BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  });
}

const files: readonly (readonly [name: string, data: Uint8Array])[] = [
  ["postgres.wasm", readFileSync(join(PACKAGE, "pglite.wasm"))],
  ["files.data", readFileSync(join(PACKAGE, "pglite.data"))],
  ["directory.tar", new Uint8Array(await (await makeDataDirectory()).arrayBuffer())],
];

const hash = createHash("sha256");
for (const [, data] of files) hash.update(data);
const version = hash.digest("hex").slice(0, 12);

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(join(TARGET, version), { recursive: true });
const listed = await Promise.all(
  files.map(async ([name, data]) => {
    const small = await squeeze(data);
    writeFileSync(join(TARGET, version, name), data);
    writeFileSync(join(TARGET, version, `${name}.br`), small);
    writeFileSync(join(TARGET, version, `${name}.gz`), await zip(data));
    return { name, bytes: data.length, compressed: small.length };
  }),
);
writeFileSync(join(TARGET, "assets.json"), JSON.stringify({ version, files: listed }));
