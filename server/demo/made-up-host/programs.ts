import type { HostTools, ToolResult } from "../../host/tools";
import { grubEnvironment, grubFolder, grubMenu, ownDisk } from "./grub";
import type { MadeUpFiles } from "./made-up-files";
import { type DiskRecipe, RamDisks } from "./ram-disk";

/** What programs reach besides files. */
interface ProgramParts {
  files: MadeUpFiles;
  packed: MadeUpFiles;
  /** modprobe; false where there is no such module. */
  load(module: string): boolean;
  /** What sysctl --system does. */
  applySysctl(): void;
  /** Begins a restart, and does not wait for it. */
  restart(): void;
}

type Program = (words: readonly string[]) => ToolResult;

/**
 * The programs of the made-up host. Each does to its files what the program of that name does, as far as Passdeck runs it;
 * none is ever started.
 */
export function madeUpTools(parts: ProgramParts): HostTools {
  const programs = programsOf(parts);
  const run = (program: string, words: readonly string[]): ToolResult => {
    // What holds a lock while it runs another: nobody else is there.
    if (program === "flock") return run(words[1] ?? "", words.slice(2));
    return programs[program]?.(words) ?? { status: null, output: "", errors: `spawn ${program} ENOENT` };
  };
  return { run: async (program, words) => run(program, words) };
}

function programsOf({ files, packed, load, applySysctl, restart }: ProgramParts): Record<string, Program> {
  const disks = new RamDisks(files, packed);
  const environment = `${grubFolder}/grubenv`;
  return {
    "update-grub": () => {
      files.write(`${grubFolder}/grub.cfg`, grubMenu(files.text("etc/default/grub") ?? ""));
      return said(
        "Generating grub configuration file ...\nFound linux image: /boot/vmlinuz-6.12-x86_64\ndone",
      );
    },
    "grub-probe": (words) => said(words[0] === "--target=fs" ? "ext2" : ""),
    "grub-reboot": ([entry = ""]) => {
      files.write(environment, grubEnvironment(entry));
      return said("");
    },
    "grub-editenv": () => {
      files.write(environment, grubEnvironment(null));
      return said("");
    },
    mkinitcpio: (words) => said(disks.build(recipeOf(words, files))),
    rm: (words) => {
      for (const word of words.filter((one) => one.startsWith("/"))) files.remove(word.slice(1));
      return said("");
    },
    sysctl: () => {
      applySysctl();
      return said("* Applying /etc/sysctl.d ...");
    },
    modprobe: (words) => {
      const module = words.at(-1) ?? "";
      if (load(module)) return said("");
      return { status: 1, output: "", errors: `modprobe: FATAL: Module ${module} not found.` };
    },
    "systemd-tmpfiles": () => {
      files.write("dev/shm/looking-glass", "");
      return said("");
    },
    dmesg: () => said(files.text("var/log/dmesg") ?? ""),
    systemctl: () => {
      restart();
      return said("");
    },
  };
}

/** `-P`: all presets, of which the host has one; else what a trial names (mkinitcpio(8)). */
function recipeOf(words: readonly string[], files: MadeUpFiles): DiskRecipe {
  const after = (option: string) =>
    words.flatMap((word, index) => (word === option ? [(words[index + 1] ?? "").replace(/^\//, "")] : []));
  const [image = `boot/${ownDisk}`] = after("-g");
  const [configuration] = after("-c");
  const folders = after("-D");
  const dropIns = files.names("etc/mkinitcpio.conf.d").map((name) => `etc/mkinitcpio.conf.d/${name}`);
  return {
    image,
    configuration: configuration ?? "etc/mkinitcpio.conf",
    dropIns: configuration === undefined ? dropIns : [],
    hookFolders: folders.length > 0 ? folders : ["etc/initcpio", "usr/lib/initcpio"],
  };
}

function said(output: string): ToolResult {
  return { status: 0, output, errors: "" };
}
