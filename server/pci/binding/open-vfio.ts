import { AppError } from "../../errors";
import { HostWriteError } from "../../host/writer/host-writer";
import { vfioDriver } from "./binding-step";
import type { SysfsParts } from "./sysfs-binder";
import { vfioFolder } from "./sysfs-paths";

/**
 * Sees to it that VFIO can be opened before libvirt is asked for a VM with PCI devices: libvirt loads vfio-pci by itself,
 * but refuses before that ("host doesn't support passthrough of host PCI devices") where there is no node of VFIO yet. Most
 * hosts have it from their boot (kmod-static-nodes), others once the module is loaded. What keeps Passdeck from it, such as a helper that
 * is away, keeps no VM from being started: libvirt is asked all the same, and says what it lacks.
 */
export async function openVfio({ tree, writer }: SysfsParts): Promise<void> {
  try {
    if ((await tree.list(vfioFolder)).includes("vfio")) return;
    await writer.loadModule(vfioDriver);
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof HostWriteError)) throw error;
  }
}
