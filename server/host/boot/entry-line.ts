import type { DistributionFamily } from "../distribution";
import type { BootFiles } from "./boot-files";
import { entryFolders, proxmoxPartitions } from "./boot-marks";
import { type KernelLineSource, once } from "./boot-setup";
import { stubInfo } from "./efi-variables";
import { kernelInstallCommands } from "./kernel-install";
import { unifiedLine } from "./unified-line";

/** Where the kernel line of systemd-boot's entries is kept. */
export function entryLine(files: BootFiles, family: DistributionFamily | null): KernelLineSource {
  if (files.text(proxmoxPartitions).trim() !== "" || family === "proxmox") return proxmoxLine;
  if (family === "pop" || files.has("etc/kernelstub/configuration")) return kernelstubLine;
  if (files.hasProgram("sdbootutil")) return commandLineFile(files);
  if (files.text(stubInfo) !== "") return unifiedLine(files, family);
  const [found] = files.entries();
  if (found === undefined) {
    return files.has("etc/kernel/cmdline") ? commandLineFile(files) : handMade(entryFolders[0] ?? "");
  }
  return found.entries.some(({ isGenerated }) => isGenerated)
    ? commandLineFile(files)
    : handMade(found.folder);
}

/** /etc/kernel/cmdline, of which kernel-install(8) makes entries or images. */
export function commandLineFile(files: BootFiles): KernelLineSource {
  return {
    format: "plain",
    file: "/etc/kernel/cmdline",
    field: null,
    editor: null,
    regenerate: kernelInstallCommands(files),
  };
}

const proxmoxLine: KernelLineSource = {
  format: "first-line",
  file: "/etc/kernel/cmdline",
  field: null,
  editor: null,
  regenerate: [once("proxmox-boot-tool", "refresh")],
};

/** kernelstub writes the entries anew at each update (pop-os/pop 680). */
const kernelstubLine: KernelLineSource = {
  format: "kernelstub",
  file: "/etc/kernelstub/configuration",
  field: "user.kernel_options",
  editor: "kernelstub",
  regenerate: [],
};

function handMade(folder: string): KernelLineSource {
  return { format: "entries", file: `/${folder}/*.conf`, field: "options", editor: null, regenerate: [] };
}
