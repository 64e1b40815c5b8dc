import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * What SQL leads from a database to a schema, by Prisma's own engine compiled to WebAssembly (its API is undocumented: for
 * tests only). A comment alone: they are the same. It knows tables, columns, keys, references and indexes, not checks.
 */
export async function missingSql(database: string, schema: string): Promise<string> {
  loaded ??= load();
  await loaded;
  const files = [{ path: "schema.prisma", content: schema }];
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: database }));
  const engine = await engineModule.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, factory);
  const { stdout } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: "." },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  return stdout ?? "";
}

let loaded: Promise<void> | null = null;

/** Node does not load WebAssembly by `import` yet, so the package's two halves are put together by hand, once. */
async function load(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = readFileSync(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === "function") begin();
}
