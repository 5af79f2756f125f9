import { mkdir, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { programOptions } from "@/server/setup/program-options.mjs";
import { projectRoot } from "@/server/setup/project.mjs";

/** Inside the project, from where a program finds the files that it ships. */
const folder = join(projectRoot, ".cache/programs");

/**
 * Bundles a program of the sources, as the build does with Passdeck's own: that takes a third of a second, and each start
 * of it a fourth of what it takes to find and translate its files one by one.
 * @param entry "server/cli.ts"
 * @returns the bundle, which stays where it is. Whoever bundles it beside others puts his in the place of theirs.
 */
export async function testProgram(entry: string): Promise<string> {
  const path = join(folder, `${entry.replaceAll("/", "-")}.mjs`);
  const [bundled] = (
    await build({
      ...programOptions,
      entryPoints: [join(projectRoot, entry)],
      outfile: path,
      write: false,
      alias: { "@": projectRoot },
    })
  ).outputFiles;
  if (bundled === undefined) throw new Error(`${basename(entry)} became no bundle`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.${process.pid}`, bundled.contents);
  await rename(`${path}.${process.pid}`, path);
  return path;
}
