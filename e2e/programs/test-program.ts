import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
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
  const outdir = join(folder, entry.replaceAll("/", "-"));
  const { outputFiles } = await build({
    ...programOptions,
    entryPoints: { main: join(projectRoot, entry) },
    outdir,
    outExtension: { ".js": ".mjs" },
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    write: false,
    alias: { "@": projectRoot },
  });
  await mkdir(join(outdir, "chunks"), { recursive: true });
  // What is shared first: a program that starts meanwhile finds all that it asks for.
  for (const { path, contents } of outputFiles.toReversed()) {
    await writeFile(`${path}.${process.pid}`, contents);
    await rename(`${path}.${process.pid}`, path);
  }
  return join(outdir, "main.mjs");
}
