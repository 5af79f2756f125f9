import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "@/server/setup/build.mjs";
import { buildIsFresh } from "@/server/setup/build-stamp.mjs";
import { withSetupLock } from "@/server/setup/lock.mjs";
import { captureTopologies } from "./capture";
import { projectFolder } from "./project-folder";

/**
 * `npm run lab`: the specs of the lab against what is built, which is built anew where sources have changed. Further
 * arguments are Playwright's: `npm run lab -- --project amd`.
 */
async function main(): Promise<void> {
  if (!buildIsFresh()) await withSetupLock(build);
  const { values } = parseArgs({ strict: false, options: { capture: { type: "boolean" } } });
  if (values.capture === true) return captureTopologies(projectFolder);
  const program = join(projectFolder, "node_modules/.bin/playwright");
  const words = ["test", "--config=playwright.lab.config.ts", ...process.argv.slice(2)];
  const child = spawn(program, words, { cwd: projectFolder, stdio: ["ignore", "inherit", "inherit"] });
  const [status] = await once(child, "exit");
  process.exitCode = status === 0 ? 0 : 1;
}

await main();
