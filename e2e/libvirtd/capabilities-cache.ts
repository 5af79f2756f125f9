import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const binFolder = "/usr/bin";
const cacheFolder = fileURLToPath(new URL("../../.cache/libvirt-capabilities", import.meta.url));

/**
 * libvirtd asks every QEMU what it can do when that is first needed, which takes seconds. It keeps the
 * answers in `qemu/capabilities` of its cache folder; here they are kept from one private libvirtd to the next, as
 * long as libvirtd and the QEMUs are the same.
 */
export class CapabilitiesCache {
  readonly #kept: string;
  readonly #inUse: string;

  private constructor(kept: string, inUse: string) {
    this.#kept = kept;
    this.#inUse = inUse;
  }

  /** @param folder the folder of the private libvirtd. */
  static async of(folder: string): Promise<CapabilitiesCache> {
    const programs = (await readdir(binFolder)).filter((name) => name.startsWith("qemu-system-")).sort();
    const hash = createHash("sha256");
    for (const path of ["/usr/sbin/libvirtd", ...programs.map((name) => join(binFolder, name))]) {
      const { size, mtimeMs } = await stat(path);
      hash.update(`${path} ${size} ${mtimeMs}\n`);
    }
    const key = hash.digest("hex").slice(0, 16);
    return new CapabilitiesCache(join(cacheFolder, key), join(folder, "cache/qemu/capabilities"));
  }

  /** Before libvirtd starts: whether there was anything. */
  async restore(): Promise<boolean> {
    if (!existsSync(this.#kept)) return false;
    await cp(this.#kept, this.#inUse, { recursive: true });
    return true;
  }

  /** Once libvirtd has told its capabilities. */
  async keep(): Promise<void> {
    await mkdir(cacheFolder, { recursive: true });
    // A folder of its own: one process may start several libvirtds at once.
    const fresh = await mkdtemp(`${this.#kept}.`);
    await cp(this.#inUse, fresh, { recursive: true });
    // Another one may have been quicker; its answers are as good.
    await rename(fresh, this.#kept).catch(() => rm(fresh, { recursive: true }));
  }
}
