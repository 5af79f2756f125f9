import { readHostCpus } from "../../host/cpu-topology";
import { findSecureTemplates, newerKeysOf } from "../../host/firmware/secure-templates";
import type { HostTree } from "../../host/host-tree";
import { readInputDevices } from "../../host/input-devices";
import { readLookingGlassHost } from "../../host/looking-glass-host";
import { readMemorySupply } from "../../host/memory-supply";
import { readNetworkDevices } from "../../host/network-devices";
import { readUsbDevices } from "../../host/usb-devices";
import type { HostSupplies } from "./host-of-vms";

/** Where distributions put virtiofsd; libvirt finds it by QEMU's vhost-user descriptions. */
const virtiofsdPaths = [
  "usr/lib/qemu/virtiofsd",
  "usr/libexec/virtiofsd",
  "usr/lib/virtiofsd",
  "usr/bin/virtiofsd",
];

/** What the host's files tell of what VMs can be made of. */
export async function readHostSupplies(tree: HostTree): Promise<HostSupplies> {
  const [memory, cpus, interfaces, usbDevices, inputs, lookingGlass, programs, templates] = await Promise.all(
    [
      readMemorySupply(tree),
      readHostCpus(tree),
      readNetworkDevices(tree),
      readUsbDevices(tree),
      readInputDevices(tree),
      readLookingGlassHost(tree),
      tree.readMany({ presence: virtiofsdPaths }),
      findSecureTemplates(tree),
    ],
  );
  const virtiofsd = virtiofsdPaths.some((path) => programs.has(path));
  const newerKeys = newerKeysOf(templates);
  return { memory, cpus, interfaces, usbDevices, inputs, lookingGlass, virtiofsd, newerKeys };
}
