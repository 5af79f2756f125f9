import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** Inside the project, from where the server finds the files that it ships. */
const folder = here("../../../.cache/fast-lab");

/** Bundles the server, which takes a third of a second and makes each of its starts that much quicker. */
export async function bundlePassdeck(): Promise<string> {
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}/passdeck-${process.pid}.mjs`;
  await build({
    entryPoints: [here("main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "@": here("../../..").replace(/\/$/, "") },
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
