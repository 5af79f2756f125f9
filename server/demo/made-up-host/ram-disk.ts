import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { MadeUpFiles } from "./made-up-files";

const etcHooks = "etc/initcpio";

/** What mkinitcpio(8) is asked to build of. Paths have no leading slash. */
export interface DiskRecipe {
  image: string;
  configuration: string;
  /** Its configuration's drop-ins, which are read where no other configuration is named. */
  dropIns: readonly string[];
  /** Where hooks are looked for, the first one wins. */
  hookFolders: readonly string[];
}

/** Drivers that a hook of mkinitcpio's packs and loads, as far as the made-up host has their devices. */
const driversOfHook: Readonly<Record<string, readonly string[]>> = {
  kms: ["i915", "nouveau", "amdgpu"],
  block: ["nvme", "ahci"],
  keyboard: ["xhci_hcd", "ehci-pci"],
};

/** What is in a disk. */
interface PackedDisk {
  /** Below the folder of all disks: what it packs, as files. */
  folder: string;
  /** Drivers that are loaded there. */
  drivers: ReadonlySet<string>;
  /** Modules that it loads by name. */
  modules: readonly string[];
}

/** @param image Without a leading slash. */
export function packedDisk(packed: MadeUpFiles, image: string): PackedDisk {
  const folder = basename(image);
  const hooks = linesOf(packed.text(`${folder}/hooks`));
  return {
    folder,
    drivers: new Set(hooks.flatMap((hook) => driversOfHook[hook] ?? [])),
    modules: linesOf(packed.text(`${folder}/modules`)),
  };
}

/**
 * The initial RAM disks of the made-up host: what each packs stands in a folder of its own, while the file in /boot is a
 * digest of it.
 */
export class RamDisks {
  readonly #host: MadeUpFiles;
  readonly #disks: MadeUpFiles;

  constructor(host: MadeUpFiles, disks: MadeUpFiles) {
    this.#host = host;
    this.#disks = disks;
  }

  /** Builds a disk, and answers what mkinitcpio says. */
  build(recipe: DiskRecipe): string {
    const { hooks, modules } = this.#listsOf(recipe);
    const folder = basename(recipe.image);
    this.#disks.remove(folder);
    this.#disks.write(`${folder}/hooks`, lines(hooks));
    this.#disks.write(`${folder}/modules`, lines(modules));
    for (const hook of hooks) this.#pack(folder, hook, recipe);
    if (hooks.includes("modconf"))
      for (const name of this.#host.names("etc/modprobe.d")) this.#take(folder, `etc/modprobe.d/${name}`);
    this.#host.write(recipe.image, `a made-up initial RAM disk\n${this.#digestOf(folder)}\n`);
    return [
      `==> Building image from preset: /${recipe.configuration}`,
      ...hooks.map((hook) => `  -> Running build hook: [${hook}]`),
      `==> Image generation successful: /${recipe.image}`,
    ].join("\n");
  }

  /** The hook's script for the early start, and what its build function adds (`add_file SOURCE [PLACE]`). */
  #pack(folder: string, hook: string, { hookFolders }: DiskRecipe): void {
    const at = hookFolders.find((one) => this.#host.has(`${one}/install/${hook}`));
    if (at === undefined) return;
    if (this.#host.has(`${at}/hooks/${hook}`))
      this.#take(folder, `${at}/hooks/${hook}`, `${etcHooks}/hooks/${hook}`);
    const build = this.#host.text(`${at}/install/${hook}`) ?? "";
    for (const [, source = "", place] of build.matchAll(/^\s*add_file \/(\S+)(?: \/(\S+))?$/gm))
      this.#take(folder, source, place ?? source);
  }

  #take(folder: string, path: string, as = path): void {
    const text = this.#host.text(path);
    if (text !== null) this.#disks.write(`${folder}/${as}`, text);
  }

  #listsOf({ configuration, dropIns }: DiskRecipe): { hooks: string[]; modules: string[] } {
    const text = [configuration, ...dropIns].map((path) => this.#host.text(path) ?? "").join("\n");
    return { hooks: listIn(text, "HOOKS"), modules: listIn(text, "MODULES") };
  }

  #digestOf(folder: string): string {
    const hash = createHash("sha256");
    const add = (path: string): void => {
      for (const name of this.#disks.names(path)) {
        const text = this.#disks.text(`${path}/${name}`);
        hash.update(`${path}/${name}\n${text ?? ""}\n`);
        if (text === null) add(`${path}/${name}`);
      }
    };
    add(folder);
    return hash.digest("hex");
  }
}

/** What a list of bash's holds in the end: each assignment may take the list itself along. */
function listIn(text: string, name: string): string[] {
  let list: string[] = [];
  for (const [, plus, members = ""] of text.matchAll(new RegExp(`^\\s*${name}(\\+?)=\\(([^)]*)\\)`, "gm"))) {
    const words = members.split(/\s+/).filter((word) => word !== "");
    const named = words.flatMap((word) => (word.includes(`\${${name}[@]}`) ? list : [word]));
    list = plus === "+" ? [...list, ...named] : named;
  }
  return list;
}

function lines(words: readonly string[]): string {
  return words.map((word) => `${word}\n`).join("");
}

function linesOf(text: string | null): string[] {
  return (text ?? "").split("\n").filter((line) => line !== "");
}
