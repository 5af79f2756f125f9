import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { makeFileSystem } from "./disks";

const run = promisify(execFile);

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});

/** server holds what the bundle reads at run time: migrations, the demo host. */
const ownFiles = ["build", "server", "public", "package.json", "next.config.js"];
/** Needed for the build alone, and large. */
const buildPackages =
  /^node_modules\/(typescript|esbuild|@esbuild\/.*|@next\/swc-.*|@img\/.*|lucide-react|caniuse-lite)$/;
/** Next's build cache, its trace, and types. */
const pagesLeftOut = new Set(["cache", "trace", "trace-build", "types", "diagnostics"]);
const mebibytes = 1024;

/**
 * A disk with what the built Passdeck needs at run time, so that a changed build costs seconds and not a new root
 * image. A shared folder would do without, but Node looks for so many files that its start would take twice as long.
 * @param cache where the image stays until the next build
 */
export async function ensureProjectImage(project: string, cache: string): Promise<string> {
  const image = join(cache, `project-${await keyOf(project)}.img`);
  if (existsSync(image)) return image;
  await mkdir(cache, { recursive: true });
  await removeOld(cache, basename(image));
  const work = await mkdtemp(join(cache, "work-"));
  try {
    const tree = join(work, "tree");
    for (const path of await runtimePaths(project)) await linkInto(tree, project, path);
    await makeFileSystem(join(work, "image"), "passdeck", mebibytes, tree);
    await rename(join(work, "image"), image);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return image;
}

async function keyOf(project: string): Promise<string> {
  const stamp = join(project, "build/stamp");
  if (!existsSync(stamp))
    throw new Error("The lab serves the built Passdeck, and there is no build; run npm run build.");
  const hash = createHash("sha256").update(await readFile(stamp));
  return hash
    .update(await readFile(join(project, "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
}

/** @param current Somebody else may have been quicker, and boots from it. */
async function removeOld(cache: string, current: string): Promise<void> {
  const old = (await readdir(cache)).filter((name) => name.startsWith("project-") && name !== current);
  for (const name of old) await rm(join(cache, name));
}

async function runtimePaths(project: string): Promise<string[]> {
  const lock = lockSchema.parse(
    JSON.parse(await readFile(join(project, "node_modules/.package-lock.json"), "utf8")),
  );
  const packages = Object.entries(lock.packages)
    .filter(
      ([path, { dev, devOptional }]) => dev !== true && devOptional !== true && !buildPackages.test(path),
    )
    .map(([path]) => path)
    // A package below another comes with that one.
    .filter((path) => path.lastIndexOf("node_modules/") === 0);
  const pages = (await readdir(join(project, ".next"))).filter((name) => !pagesLeftOut.has(name));
  return [...ownFiles, ...pages.map((name) => join(".next", name)), ...packages];
}

async function linkInto(tree: string, project: string, path: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await run("cp", ["--archive", "--link", await realpath(join(project, path)), join(tree, path)]);
}
