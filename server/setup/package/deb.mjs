import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { findProgram } from "../find-program.mjs";
import { projectRoot, runScript, SetupError } from "../project.mjs";
import { runCommand } from "../run-command.mjs";
import { step } from "../step.mjs";
import { debianArchitecture } from "./deb-control.mjs";
import { writeDebRoot } from "./deb-root.mjs";
import { ensureBuild } from "./ensure-build.mjs";
import { sourceDate } from "./source-date.mjs";
import { readPackage } from "./write-tree.mjs";

/** `npm run package:deb`: a package for Debian and Ubuntu, for machines such as this one. */
async function main() {
  const { values } = parseArgs({
    options: {
      version: { type: "string", default: readPackage().version },
      output: { type: "string", default: join(projectRoot, "build/packages") },
      compression: { type: "string", default: "xz" },
    },
  });
  refuseMissingTools();
  await ensureBuild();
  const folder = mkdtempSync(join(tmpdir(), "passdeck-deb-"));
  try {
    const date = await sourceDate();
    await step("Collecting what is installed", () => writeDebRoot(folder, values.version, date));
    mkdirSync(values.output, { recursive: true });
    const file = resolve(values.output, `passdeck_${values.version}_${debianArchitecture()}.deb`);
    await step("Packing", () =>
      runCommand("dpkg-deb", ["--root-owner-group", `-Z${values.compression}`, "--build", folder, file], {
        env: { ...process.env, SOURCE_DATE_EPOCH: String(date) },
      }),
    );
    console.log(`${relative(process.cwd(), file)}: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function refuseMissingTools() {
  const missing = ["dpkg-deb", "dpkg-shlibdeps"].filter((name) => findProgram(name) === null);
  if (missing.length > 0)
    throw new SetupError(
      `A package for Debian is made by ${missing.join(" and ")}: apt-get install dpkg-dev`,
    );
}

await runScript(main);
