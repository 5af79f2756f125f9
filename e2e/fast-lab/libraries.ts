import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const cache = here("../../.cache/fast-lab");

const sources = {
  /** Preloaded into QEMU. */
  "pci-models": here("../lab/image/pci-models.c"),
  /** Preloaded into libvirtd. */
  memlock: here("emulator/memlock.c"),
};

/** The compiled libraries by name, made anew when their source changes. */
export async function ensureLibraries(): Promise<Record<keyof typeof sources, string>> {
  return { "pci-models": await ensure("pci-models"), memlock: await ensure("memlock") };
}

async function ensure(name: keyof typeof sources): Promise<string> {
  const source = sources[name];
  const key = createHash("sha256")
    .update(await readFile(source))
    .digest("hex");
  const library = join(cache, `${name}-${key.slice(0, 16)}.so`);
  if (existsSync(library)) return library;
  await mkdir(cache, { recursive: true });
  const fresh = `${library}.${process.pid}`;
  await run("gcc", ["-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", fresh, source, "-ldl"]);
  await rename(fresh, library);
  return library;
}
