import type { ExportedText, ExportedVm } from "../exported-vm";
import { ConfWriter } from "./conf-writer";
import { writeDevices } from "./devices";
import { writeDisks } from "./disks";
import { writeSystem } from "./system";

/** What a written VM may say besides its definition. */
export interface ProxmoxFacts {
  autostart: boolean;
}

/**
 * Writes a VM as a configuration of Proxmox VE's (qm.conf(5)). Disks stay at their paths, which root's configuration may
 * name; whatever Proxmox can't say is told at the top.
 */
export function writeProxmox(
  vm: ExportedVm,
  leftOut: readonly string[],
  { autostart }: ProxmoxFacts,
): ExportedText {
  const conf = new ConfWriter();
  writeSystem(conf, vm);
  const bootable = writeDisks(conf, vm);
  writeDevices(conf, vm, bootable);
  if (autostart) conf.add("onboot", 1);
  const notes = [...new Set([...conf.notes, ...leftOut])];
  const description = (vm.description ?? "").split("\n");
  const words = [
    vm.title ?? "",
    ...(vm.description === null ? [] : description),
    "Exported by Passdeck for /etc/pve/qemu-server/VMID.conf (VMID: a free number).",
    ...notes.map((note) => `- ${note}`),
  ];
  return { text: conf.text(words), fileName: `${fileNameOf(vm.name)}.conf`, notes };
}

function fileNameOf(name: string): string {
  return name.replaceAll(/[^\w.-]/g, "-");
}
