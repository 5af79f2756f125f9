import { hostDeviceWords } from "../../../domain/host-devices/host-device.schema";
import type { YamlValue } from "../../../yaml/write-yaml.schema";
import type { ExportedVm } from "../exported-vm";
import type { KubevirtFacts } from "./facts";

/** What a cluster has to permit, each once, by the resource's name. */
interface Permitted {
  pci: Map<string, string>;
  usb: Map<string, { vendor: string; product: string }>;
}

/** Nodes offer devices by what they are, so that a VM can name none of a place. */
export function hostDevicesOf(
  vm: ExportedVm,
  ids: KubevirtFacts["pciIds"],
  notes: string[],
): { devices: YamlValue[]; permitted: Permitted } {
  const permitted: Permitted = { pci: new Map(), usb: new Map() };
  const names: string[] = [];
  for (const address of vm.cards.flatMap(({ addresses }) => addresses)) {
    const id = ids.get(address);
    if (id === undefined) {
      notes.push(`${address} is left out: which device it is could not be read.`);
      continue;
    }
    const resource = `devices.kubevirt.io/${id.vendorId}-${id.deviceId}`;
    permitted.pci.set(resource, `${id.vendorId}:${id.deviceId}`.toUpperCase());
    names.push(resource);
  }
  for (const { source } of vm.otherDevices) {
    if (source.bus !== "usb" || source.ids === null) {
      notes.push(`${hostDeviceWords(source)} is left out: KubeVirt knows devices by what they are.`);
      continue;
    }
    const { vendorId, productId } = source.ids;
    const resource = `devices.kubevirt.io/usb-${vendorId}-${productId}`;
    permitted.usb.set(resource, { vendor: vendorId, product: productId });
    names.push(resource);
  }
  noteCards(vm, notes);
  return { devices: names.map((deviceName, index) => ({ name: `host-${index}`, deviceName })), permitted };
}

function noteCards({ cards }: ExportedVm, notes: string[]) {
  if (cards.some(({ rom }) => rom !== null))
    notes.push("KubeVirt hands over cards with their own VBIOS alone.");
  if (cards.some(({ primaryDisplay }) => primaryDisplay))
    notes.push("KubeVirt has no primary display (x-vga).");
  if (cards.some(({ bootOrder }) => bootOrder !== null))
    notes.push("KubeVirt boots from no device of the host.");
}

/** A merge patch of the cluster's KubeVirt; null where nothing has to be permitted. */
export function permittedPatch({ pci, usb }: Permitted): YamlValue | null {
  if (pci.size + usb.size === 0) return null;
  const pciHostDevices = [...pci].map(([resourceName, pciVendorSelector]) => ({
    pciVendorSelector,
    resourceName,
  }));
  const usbDevices = [...usb].map(([resourceName, selector]) => ({ resourceName, selectors: [selector] }));
  return {
    apiVersion: "kubevirt.io/v1",
    kind: "KubeVirt",
    metadata: { name: "kubevirt", namespace: "kubevirt" },
    spec: {
      configuration: {
        developerConfiguration: { featureGates: ["HostDevices"] },
        permittedHostDevices: {
          ...(pciHostDevices.length === 0 ? {} : { pciHostDevices }),
          ...(usbDevices.length === 0 ? {} : { usb: usbDevices }),
        },
      },
    },
  };
}
