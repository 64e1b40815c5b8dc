/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  typedRoutes: true,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2"],
};

export default config;
