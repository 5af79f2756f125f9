import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { CpioEntry } from "@/e2e/guest/cpio";

const moduleOptions: Readonly<Record<string, string>> = {
  // A console on a passed GPU's framebuffer would take many seconds to draw in a guest of an emulated host.
  drm_kms_helper: "fbdev_emulation=0",
};

/** The modules of one kernel: which there are, and which need which (modules.dep(5)). */
export class KernelModules {
  readonly #folder: string;
  readonly #dependencies: ReadonlyMap<string, readonly string[]>;

  private constructor(
    folder: string,
    /** By the module's name with underscores: its path, then those it needs, the last of which comes first. */
    dependencies: ReadonlyMap<string, readonly string[]>,
  ) {
    this.#folder = folder;
    this.#dependencies = dependencies;
  }

  /** @param folder "…/lib/modules/6.1.0-56-amd64" */
  static async of(folder: string): Promise<KernelModules> {
    const lines = (await readFile(join(folder, "modules.dep"), "utf8")).trim().split("\n");
    const entries = lines.map((line): [string, string[]] => {
      const [path = "", needed = ""] = line.split(":");
      return [moduleName(path), [path, ...needed.split(" ").filter((other) => other !== "")]];
    });
    return new KernelModules(folder, new Map(entries));
  }

  /** Paths below the folder of what has to be loaded for `names`, in the order of loading. */
  inLoadingOrder(names: readonly string[]): string[] {
    const paths = names.flatMap((name) => {
      const found = this.#dependencies.get(name);
      if (found === undefined) throw new Error(`the kernel in ${this.#folder} has no module ${name}`);
      return found.toReversed();
    });
    return [...new Set(paths)];
  }

  /** The modules as files of an initramfs, and the list of them in loading order with their options. */
  async asEntries(list: string, names: readonly string[]): Promise<CpioEntry[]> {
    const paths = this.inLoadingOrder(names);
    const text = paths.map((path) => `${basename(path)} ${moduleOptions[moduleName(path)] ?? ""}\n`).join("");
    const modules = paths.map(
      async (path): Promise<CpioEntry> => ({
        path: `lib/modules/${basename(path)}`,
        mode: 0o100644,
        content: withoutSignature(await readFile(join(this.#folder, path))),
      }),
    );
    return [{ path: list, mode: 0o100644, content: Buffer.from(text) }, ...(await Promise.all(modules))];
  }
}

function moduleName(path: string): string {
  return basename(path, ".ko").replaceAll("-", "_");
}

/** What ends a signed module (include/linux/module_signature.h): the signature, its lengths, and these words. */
const signatureMark = Buffer.from("~Module signature appended~\n");
const signatureLengths = 12;

/** The module alone: an emulated processor takes its time to check who signed, and the lab asks nobody. */
export function withoutSignature(module: Buffer): Buffer {
  const end = module.length - signatureMark.length;
  if (!module.subarray(Math.max(0, end)).equals(signatureMark)) return module;
  const signatureLength = module.readUInt32BE(end - 4);
  return module.subarray(0, end - signatureLengths - signatureLength);
}
