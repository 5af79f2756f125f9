import { join } from "node:path";
import { folderTree } from "../../host/folder-tree";
import { type BindingFiles, readBindingFiles } from "../../host/modules/binding-files";
import type { BootSources } from "./boot";
import { chosenEntry, grubFolder } from "./grub";
import type { MadeUpDevice } from "./hardware";
import type { MadeUpFiles } from "./made-up-files";
import { memoryOf } from "./made-up-memory";
import { packedDisk } from "./ram-disk";

/** A trial's disk hands on what the system is to read beside its own files. */
const trialHook = "etc/initcpio/hooks/passdeck-trial";

/** Reads what the made-up host would start by now. @param packed What the initial RAM disks pack. */
export async function bootSources(
  files: MadeUpFiles,
  packed: MadeUpFiles,
  devices: readonly MadeUpDevice[],
): Promise<BootSources> {
  const menu = ["grub.cfg", "custom.cfg"].map((name) => files.text(`${grubFolder}/${name}`) ?? "");
  const environment = files.text(`${grubFolder}/grubenv`) ?? "";
  const { commandLine, disk: image } = chosenEntry(menu.join("\n"), environment, (path) => files.has(path));
  const disk = packedDisk(packed, image);
  const system = await readBindingFiles(folderTree(files.root));
  const diskFiles = await readBindingFiles(folderTree(join(packed.root, disk.folder)));
  const handsOn = packed.has(`${disk.folder}/${trialHook}`);
  return {
    commandLine,
    devices,
    disk: { files: diskFiles, drivers: disk.drivers, modules: disk.modules },
    system: handsOn ? together(system, diskFiles) : system,
    sysctl: [...sysctlTexts(files), ...(handsOn ? sysctlTexts(packed, `${disk.folder}/`) : [])],
    memoryBytes: memoryOf(files).totalKibibytes * 1024,
  };
}

/** Texts of sysctl.d(5), in their order. */
export function sysctlTexts(files: MadeUpFiles, below = ""): string[] {
  const folder = `${below}etc/sysctl.d`;
  return files.names(folder).flatMap((name) => files.text(`${folder}/${name}`) ?? []);
}

function together(system: BindingFiles, disk: BindingFiles): BindingFiles {
  return {
    ...system,
    modprobe: [...system.modprobe, ...disk.modprobe],
    driverctl: [...system.driverctl, ...disk.driverctl],
    scripts: [...system.scripts, ...disk.scripts],
    loaded: [...system.loaded, ...disk.loaded],
  };
}
