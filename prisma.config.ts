import { defineConfig } from "prisma/config";

/** For Prisma's own command line only; the running program finds its database in lib/server. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "file:data/cardinality.db" },
});
