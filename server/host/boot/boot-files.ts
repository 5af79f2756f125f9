import type { HostFiles } from "../host-files";
import type { HostTree } from "../host-tree";
import {
  bootMarks,
  efiFolders,
  entryFolders,
  proxmoxPartitions,
  raspberryConfigurations,
} from "./boot-marks";
import type { InitramfsTool } from "./boot-setup";
import { loaderInfo, stubInfo } from "./efi-variables";

const grubDropIns = "etc/default/grub.d";
const presets = "etc/mkinitcpio.d";
const dracutFolders = ["usr/lib/dracut/dracut.conf.d", "etc/dracut.conf.d"] as const;
const commandLineFolder = "etc/cmdline.d";
const mkinitcpioDropIns = "etc/mkinitcpio.conf.d";
export const limineDropIns = "etc/limine-entry-tool.d";
const imageArguments = "usr/lib/bootc/kargs.d";
const gentooPackages = "var/db/pkg/sys-kernel";
/** Where systemd's own library stands, whose name tells its version. */
const systemdFolders = [
  "usr/lib/systemd",
  "usr/lib64/systemd",
  "lib/systemd",
  "usr/lib/x86_64-linux-gnu/systemd",
  "usr/lib/aarch64-linux-gnu/systemd",
];

const folders = [
  ...efiFolders,
  ...entryFolders,
  ...systemdFolders,
  ...dracutFolders,
  grubDropIns,
  presets,
  commandLineFolder,
  mkinitcpioDropIns,
  limineDropIns,
  imageArguments,
  gentooPackages,
];

/** What {@link BootFiles} needs read first. What may not be read counts as not there: an EFI partition is root's. */
const bootBatch = {
  texts: [
    loaderInfo,
    stubInfo,
    "proc/cmdline",
    "proc/device-tree/model",
    "etc/default/grub",
    "etc/default/limine",
    "etc/dracut.conf",
    "etc/kernel/entry-token",
    proxmoxPartitions,
    "etc/kernel/uki.conf",
    "etc/sysconfig/bootloader",
    "etc/os-release",
    "usr/lib/os-release",
    ...raspberryConfigurations,
  ],
  links: ["etc/grub2-efi.cfg"],
  folders,
  skipForbidden: true,
  presence: bootMarks,
};

/** Of these folders the files that end so are read. */
const readFolders: readonly (readonly [folder: string, suffix: string])[] = [
  ...entryFolders.map((folder) => [folder, ".conf"] as const),
  ...dracutFolders.map((folder) => [folder, ".conf"] as const),
  [grubDropIns, ".cfg"],
  [presets, ".preset"],
  [limineDropIns, ".conf"],
];

/** What is read once the folders of {@link bootBatch} are known. */
function namedBootBatch(files: HostFiles): { texts: string[] } {
  return {
    texts: [
      ...readFolders.flatMap(([folder, suffix]) => pathsIn(files, folder, suffix)),
      ...efiMenuPaths(files),
    ],
  };
}

interface NamedText {
  /** Without a leading slash. */
  path: string;
  text: string;
}

interface BootEntry extends NamedText {
  /** kernel-install(8) wrote it, and writes it anew with the next kernel. */
  isGenerated: boolean;
}

/** kernel-install names an entry by the machine's id or the entry token, and keeps its kernel in a folder of that name. */
function isGenerated({ path, text }: NamedText, token: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^[0-9a-f]{32}-/.test(name) || (token !== "" && name.startsWith(`${token}-`))) return true;
  return /^\s*(?:linux|efi)\s+\/[0-9a-f]{32}\//m.test(text);
}

/** What of a host's files tells how it boots. */
export class BootFiles {
  readonly #fixed: HostFiles;
  readonly #named: HostFiles;

  /** @param fixed Read by {@link bootBatch}. @param named Read by {@link namedBootBatch}. */
  constructor(fixed: HostFiles, named: HostFiles) {
    this.#fixed = fixed;
    this.#named = named;
  }

  has(path: string): boolean {
    return this.#fixed.has(path);
  }

  /** The first of these paths that is there. */
  firstOf(paths: readonly string[]): string | null {
    return paths.find((path) => this.has(path)) ?? null;
  }

  hasProgram(name: string): boolean {
    return this.has(`usr/bin/${name}`) || this.has(`usr/sbin/${name}`);
  }

  text(path: string): string {
    return this.#fixed.text(path) ?? "";
  }

  /** The texts of /etc/default/grub and its drop-ins, in the order in which they are read. */
  grubDefaults(): NamedText[] {
    return [
      { path: "etc/default/grub", text: this.text("etc/default/grub") },
      ...this.#texts(grubDropIns, ".cfg"),
    ];
  }

  /** Boot loader specification entries, by folder; folders without any are left out. */
  entries(): { folder: string; entries: BootEntry[] }[] {
    const token = this.text("etc/kernel/entry-token").trim();
    const inFolder = (folder: string) =>
      this.#texts(folder, ".conf").map((file) => ({ ...file, isGenerated: isGenerated(file, token) }));
    return entryFolders
      .map((folder) => ({ folder, entries: inFolder(folder) }))
      .filter(({ entries }) => entries.length > 0);
  }

  /** GRUB's own file of each system on the EFI partitions. */
  efiMenus(): NamedText[] {
    return efiMenuPaths(this.#fixed).flatMap((path) => {
      const text = this.#named.text(path);
      return text === null ? [] : [{ path, text }];
    });
  }

  /** Whether an EFI partition is seen: it is root's, so that who is not root and has no helper sees none. */
  seesEfiPartition(): boolean {
    return efiFolders.some((folder) => this.#fixed.lists(folder));
  }

  /** Where a link leads to, as it is written there; null where there is none. */
  link(path: string): string | null {
    return this.#fixed.link(path);
  }

  presets(): NamedText[] {
    return this.#texts(presets, ".preset");
  }

  dracutConfigurations(): NamedText[] {
    return [
      { path: "etc/dracut.conf", text: this.text("etc/dracut.conf") },
      ...dracutFolders.flatMap((folder) => this.#texts(folder, ".conf")),
    ];
  }

  /** Files of an initramfs tool's own folders. */
  separateConfigurations(tool: InitramfsTool): string[] {
    if (tool === "dracut") return dracutFolders.flatMap((folder) => pathsIn(this.#fixed, folder, ".conf"));
    if (tool !== "mkinitcpio") return [];
    return [...pathsIn(this.#fixed, mkinitcpioDropIns, ".conf"), ...pathsIn(this.#fixed, presets, ".preset")];
  }

  /** What limine-entry-tool reads, the file that counts most last. */
  limineSettings(): NamedText[] {
    const last = { path: "etc/default/limine", text: this.text("etc/default/limine") };
    return [...this.#texts(limineDropIns, ".conf"), last];
  }

  /** Whether the system is an image's that has kernel arguments of its own (bootc). */
  hasImageArguments(): boolean {
    return this.#fixed.names(imageArguments).some((name) => name.endsWith(".toml"));
  }

  /** Gentoo's installed kernels that install themselves: "gentoo-kernel", "gentoo-kernel-bin". */
  gentooKernels(): string[] {
    const names = this.#fixed.names(gentooPackages);
    const found = names.map((name) => /^(gentoo-kernel(?:-bin)?)-\d/.exec(name)?.[1]);
    return [...new Set(found.filter((name) => name !== undefined))];
  }

  hasCommandLineFolder(): boolean {
    return this.#fixed.names(commandLineFolder).some((name) => name.endsWith(".conf"));
  }

  /** systemd's own libraries, whose names tell its version: "libsystemd-shared-257.so". */
  systemdLibraries(): string[] {
    return systemdFolders.flatMap((folder) =>
      this.#fixed
        .names(folder)
        .filter((name) => /^libsystemd-(?:shared|core)-\d{3}\b/.test(name))
        .map((name) => `${folder}/${name}`),
    );
  }

  #texts(folder: string, suffix: string): NamedText[] {
    return pathsIn(this.#fixed, folder, suffix).map((path) => ({ path, text: this.#named.text(path) ?? "" }));
  }
}

/** Reads what tells how a host boots, in two batches. */
export async function readBootFiles(tree: HostTree): Promise<BootFiles> {
  const fixed = await tree.readMany(bootBatch);
  return new BootFiles(fixed, await tree.readMany({ ...namedBootBatch(fixed), skipForbidden: true }));
}

/** More entries than any host has; what is read stays bounded. */
const mostFiles = 256;

function efiMenuPaths(files: HostFiles): string[] {
  return efiFolders.flatMap((folder) =>
    files
      .names(folder)
      .slice(0, mostFiles)
      .map((name) => `${folder}/${name}/grub.cfg`),
  );
}

function pathsIn(files: HostFiles, folder: string, suffix: string): string[] {
  const names = files.names(folder).filter((name) => name.endsWith(suffix));
  return names.slice(0, mostFiles).map((name) => `${folder}/${name}`);
}
