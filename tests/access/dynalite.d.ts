/** dynalite has no types of its own. */
declare module "dynalite" {
  import type { Server } from "node:http";
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default function dynalite(options?: { readonly createTableMs?: number; readonly path?: string }): Server;
}
