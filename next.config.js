import { existsSync, readFileSync } from "node:fs";

const development = process.env.NODE_ENV === "development";

/**
 * Everything comes from this server. Inline scripts are allowed because Next's own bootstrap is inline and differs by page: a
 * nonce would need a proxy on every request and no page could be made ahead. Nothing that a person writes becomes HTML.
 * WebAssembly is compiled (PostgreSQL, in a worker); text never is.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  `connect-src 'self'${development ? " ws:" : ""}`,
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = {
  "Content-Security-Policy": contentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** What `scripts/proof-assets.ts` made: the browser is told where PostgreSQL lies and how large it is. */
const PROOF_ASSETS = "public/proof/assets.json";
const proofAssets = existsSync(PROOF_ASSETS) ? readFileSync(PROOF_ASSETS, "utf8") : "";

/**
 * What was squeezed while building, for whoever reads it: brotli where the connection is safe, else gzip.
 * @param {string} name @returns {import("next/dist/lib/load-custom-routes").RouteHas}
 */
const reads = (name) => ({ type: "header", key: "accept-encoding", value: `.*\\b${name}\\b.*` });
const SQUEEZED = [
  { encoding: "br", end: "br", has: [reads("br")] },
  { encoding: "gzip", end: "gz", has: [reads("gzip")], missing: [reads("br")] },
];
const PROOF_FILE = "/proof/:version/:file";

/** @param {Readonly<Record<string, string>>} headers */
const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** The path names the content, so that what was fetched once is never asked for again. */
const proofHeaders = [
  {
    source: PROOF_FILE,
    headers: listed({ "Cache-Control": "public, max-age=31536000, immutable", Vary: "Accept-Encoding" }),
  },
  ...SQUEEZED.map(({ encoding, end: _end, ...when }) => {
    return { source: PROOF_FILE, ...when, headers: listed({ "Content-Encoding": encoding }) };
  }),
  { source: "/proof/:version/:name.wasm", headers: listed({ "Content-Type": "application/wasm" }) },
  { source: "/proof/:version/:name.(data|tar)", headers: listed({ "Content-Type": "application/octet-stream" }) },
];

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  typedRoutes: true,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "sql.js"],
  outputFileTracingIncludes: {
    "/*": ["./content/**/*", "./prisma/migrations/**/*", "./node_modules/sql.js/dist/sql-wasm.wasm"],
  },
  // A text that is too long is refused in words by the program; the framework's own limit is above that.
  experimental: { serverActions: { bodySizeLimit: "2mb" } },
  env: { PROOF_ASSETS: proofAssets },
  headers: async () => [
    { source: "/:path*", headers: listed(securityHeaders) },
    // The browser must learn of a new one at once.
    { source: "/review-worker.js", headers: listed({ "Cache-Control": "no-cache" }) },
    ...proofHeaders,
  ],
  rewrites: async () => ({
    beforeFiles: SQUEEZED.map(({ encoding: _encoding, end, ...when }) => {
      return { source: PROOF_FILE, ...when, destination: `${PROOF_FILE}.${end}` };
    }),
  }),
};

export default config;
