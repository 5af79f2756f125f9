import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { projectRoot } from "../project.mjs";
import { runtimePackages } from "./installed-packages.mjs";

/** What the built program reads besides npm's packages: its bundles, pages, migrations, names and other data. */
const own = [
  "LICENSE",
  "next.config.js",
  "build",
  ".next",
  "public",
  "server/database/migrations",
  "server/database/migrations-postgres",
  "server/database/postgres/worker.mjs",
  "server/demo/host.tar.gz",
  "server/host/ssh/ask-pass.sh",
  "server/host/ssh/reader/reader.pl",
  "server/host/ssh/reader/reader.py",
  "server/host/ssh/reader/reader.sh",
  "server/host/writer/sysfs-helper.mjs",
  "server/pci/data",
  "server/setup/build-stamp.mjs",
  "server/setup/packaged.mjs",
  "server/setup/passdeck.mjs",
  "server/setup/project.mjs",
];

/** What is in these and is read by people, compilers, builds and packers alone. */
const unread = [
  /\.(map|md|d\.[cm]?ts|nft\.json)$/,
  /^\.next\/(build|cache|dev|diagnostics|types|trace|trace-build|turbopack|required-server-files\.js)(\/|$)/,
  /^build\/(stamp$|packages\/)/,
  /^server\/database\/migrations\/meta\/\d+_snapshot\.json$/,
  /^node_modules\/better-sqlite3\/(deps|src|build\/(?!Release\/better_sqlite3\.node$))/,
  /\.(dev|development|profiling)\.js$/,
  /^node_modules\/next\/dist\/(bundle-analyzer|docs|esm)\//,
  /^node_modules\/next\/dist\/compiled\/(@vercel\/(nft|og)|next-devtools)\//,
];

/**
 * Every file that a Passdeck in production reads, with little besides: no sources, no tests, nothing for development.
 * @returns {string[]} paths from the project's root, sorted
 */
export function runtimeFiles() {
  const files = [...own, ...runtimePackages()].flatMap(filesIn);
  return [...new Set(files)].filter((file) => !unread.some((pattern) => pattern.test(file))).sort();
}

/**
 * @param {string} path of a file or a folder
 * @returns {string[]}
 */
function filesIn(path) {
  const full = join(projectRoot, path);
  if (!statSync(full).isDirectory()) return [path];
  return (
    readdirSync(full, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)))
      // A package below another's is one of its own, and needed or not.
      .filter((file) => !file.slice(path.length).includes("/node_modules/"))
  );
}
