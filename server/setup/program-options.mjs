/**
 * Packages that stay beside a bundle: machine code, Next, and what is loaded only when it is asked for. All others
 * go into it, as Node takes longer to find their many files than to read what is in them.
 */
export const packagesApart = [
  "@node-rs/argon2",
  "better-sqlite3",
  "libxml2-wasm",
  "next",
  "pg",
  "pino",
  "selfsigned",
];

/** What ws uses where somebody has installed it. */
const optionalPackages = ["bufferutil", "utf-8-validate"];

/** Packages in CommonJS ask for Node's own modules by `require`, which a module does not have. */
const banner = 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/** How esbuild makes a program of our sources. */
export const programOptions = /** @satisfies {import("esbuild").BuildOptions} */ ({
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  external: [...packagesApart, ...optionalPackages],
  banner: { js: banner },
  logLevel: "warning",
});
