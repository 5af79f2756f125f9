#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildIsFresh } from "./build-stamp.mjs";
import { isPackaged } from "./packaged.mjs";
import { projectRoot } from "./project.mjs";

/** The `passdeck` command: what was built where that is fresh or all there is, else the sources themselves. */
async function main() {
  if (isPackaged() || buildIsFresh()) {
    process.env.NODE_ENV = "production";
    process.setSourceMapsEnabled(true);
    await import(new URL("../../build/cli.mjs", import.meta.url).href);
  } else if (existsSync(join(projectRoot, "node_modules/tsx"))) {
    const { register } = await import("tsx/esm/api");
    register();
    await import(new URL("../cli.ts", import.meta.url).href);
  } else {
    process.stderr.write("passdeck: nothing is installed yet; run `npm start` or `npm ci` first\n");
    process.exitCode = 1;
  }
}

await main();
