import type { BootSetup } from "../host/boot/boot-setup";
import { modprobeFolders } from "../host/modules/modprobe-files";
import type { DefaultTarget } from "./default-target";
import { pageBytes } from "./kernel-line/huge-pages";
import type { LineChange } from "./kernel-line/line-change";
import type { LookingGlassFiles } from "./looking-glass/looking-glass-files.schema";
import { setsHugePages } from "./modules/huge-pages";
import { handsIds } from "./modules/plan/ids-of-initramfs";
import type { ModuleChange } from "./modules/plan/module-change";
import { initramfsToolsModules, sysctlConf, sysctlD } from "./modules/plan/module-paths";
import type { PrepareFiles } from "./prepare-files";

/** What is to change of how a host boots. */
export interface HostChange {
  line: LineChange;
  modules: ModuleChange;
  /** What systemd is to start; null: stays as it is. */
  target?: DefaultTarget | null;
  /** Files by which Looking Glass has its memory; null: stay as they are. */
  lookingGlass?: LookingGlassFiles | null;
  /** GRUB's file on the EFI partition is to lead to its menu again. */
  restoresStub?: boolean;
}

/** What decides where the parts of a change are put. */
interface PlacedOn {
  files: PrepareFiles;
  boot: Pick<BootSetup, "line">;
  /** Modules that are part of the running kernel's own file. */
  builtIn: ReadonlySet<string>;
}

/**
 * Puts each part where it is decided on this host: ids where vfio-pci's are listed already, as of two lists only one
 * counts, and pages of the default size where sysctl sets them.
 */
export function placed(
  { line, modules, target = null, lookingGlass = null, restoresStub = false }: HostChange,
  { files, boot, builtIn }: PlacedOn,
): HostChange {
  const hasLine = boot.line !== null;
  const ids = { add: line.addIds, remove: line.removeIds };
  const hasModprobe = files.inFolder("etc/modprobe.d").length > 0;
  // A vfio-pci that is part of the kernel reads no modprobe.d.
  const isModule = !builtIn.has("vfio_pci") || !hasLine;
  const byModprobe =
    isModule &&
    (isInInitramfs(files) || (!isOnLine(files) && (isInModprobe(files) || (!hasLine && hasModprobe))));
  const keepsDefault = isInSysctl(files);
  const pages = line.hugePages === null ? null : { ...line.hugePages, keepsDefault };
  const bySysctl = pages !== null && pageBytes(pages.size) === 2 * 1024 ** 2 && keepsDefault;
  return {
    line: {
      ...line,
      addIds: byModprobe ? [] : ids.add,
      removeIds: byModprobe ? [] : ids.remove,
      hugePages: bySysctl ? null : pages,
    },
    modules: {
      ...modules,
      vfioIds: byModprobe ? ids : modules.vfioIds,
      hugePages: bySysctl ? { count: pages.count, pageBytes: BigInt(pageBytes(pages.size)) } : null,
    },
    target,
    lookingGlass,
    restoresStub,
  };
}

/** Whether anything of the kernel's line is to change. */
export function changesLine({ add, remove, addIds, removeIds, hugePages }: LineChange): boolean {
  return add.length + remove.length + addIds.length + removeIds.length > 0 || hugePages !== null;
}

const idsOnLine = /vfio[-_]pci\.ids=/;

function isOnLine(files: PrepareFiles): boolean {
  return files.lineSources().some((text) => idsOnLine.test(text));
}

function isInModprobe(files: PrepareFiles): boolean {
  return modprobeFolders
    .flatMap((folder) => files.inFolder(folder))
    .some(({ text }) => /^\s*(?:options|install|alias|softdep)\b.*vfio[-_]pci/m.test(text));
}

/** What the initial RAM disk hands the module counts most. */
function isInInitramfs(files: PrepareFiles): boolean {
  return handsIds(files.text(initramfsToolsModules) ?? "");
}

function isInSysctl(files: PrepareFiles): boolean {
  const texts = [
    sysctlConf,
    ...sysctlD.folders.flatMap((folder) => files.inFolder(folder).map(({ path }) => path)),
  ];
  return texts.some((path) => setsHugePages(files.text(path) ?? ""));
}
