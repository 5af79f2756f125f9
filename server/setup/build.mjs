import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { removeBuildStamp, sourcesFingerprint, writeBuildStamp } from "./build-stamp.mjs";
import { programOptions } from "./program-options.mjs";
import { projectRoot, runScript } from "./project.mjs";
import { runCommand } from "./run-command.mjs";
import { step } from "./step.mjs";

const outputFolder = join(projectRoot, "build");

/** What runs by itself; each becomes build/NAME.mjs. */
const entries = [
  ...["main", "cli", "settings"].map((name) => ({ in: join(projectRoot, `server/${name}.ts`), out: name })),
  { in: join(projectRoot, "server/host/guard/guard-main.ts"), out: "network-guard" },
];

/** Builds the pages (Next) and bundles the server, and marks the build as finished. */
export async function build() {
  const fingerprint = sourcesFingerprint();
  removeBuildStamp();
  await step("Building the pages", buildPages);
  await step("Bundling the server", bundleServer);
  writeBuildStamp(fingerprint);
}

/** @param {(line: string) => void} say */
async function buildPages(say) {
  await runCommand(process.execPath, [join(projectRoot, "node_modules/next/dist/bin/next"), "build"], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    onLine: say,
  });
}

async function bundleServer() {
  // Not at the top: start.mjs loads this module before esbuild is installed.
  const { build: bundle } = await import("esbuild");
  rmSync(outputFolder, { recursive: true, force: true });
  await bundle({
    entryPoints: entries,
    outdir: outputFolder,
    outExtension: { ".js": ".mjs" },
    ...programOptions,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    sourcemap: true,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { withSetupLock } = await import("./lock.mjs");
  await runScript(() => withSetupLock(build));
}
