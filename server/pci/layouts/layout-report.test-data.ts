import { compareAddresses, slotOf } from "../../units/pci-address.schema";
import { isBridge } from "../device-kind.schema";
import type { HardwareReport, PciDevice } from "../schema";
import type { VerdictContext } from "../verdict/rule";
import { classCodes, fullAddress, type Layout, type Part } from "./layout.test-data";
import { parseDevices } from "./parse-layout.test-data";

/** The report that a host of this layout gives. */
export function reportOf(layout: Layout): HardwareReport {
  const parts = parseDevices(layout.devices);
  const devices = withCompanions(parts.map(deviceOf)).sort((left, right) =>
    compareAddresses(left.address, right.address),
  );
  return {
    host: {
      cpu: layout.name,
      cpuVendor: layout.cpu,
      cpuThreads: 16,
      kernel: "6.12.48",
      distribution: "Debian GNU/Linux 13 (trixie)",
      bootLoader: "grub",
      initramfs: "initramfs-tools",
      memoryBytes: 64 * 1024 ** 3,
      machine: layout.name,
    },
    iommu: {
      enabled: layout.iommu !== "off",
      kind: layout.iommu === "off" ? null : layout.iommu,
      offeredByFirmware: layout.iommu !== "off",
      parameters: [...(layout.parameters ?? [])],
    },
    checks: [],
    network: { interfaces: [], routes: [] },
    groups: groupsOf(devices),
    devices,
    carried: [],
    ...(layout.vendorReset ? { vendorReset: true } : {}),
    unreadable: parts
      .filter(({ unreadable }) => unreadable)
      .map(({ address }) => ({ address, detail: "its class is missing or is no hexadecimal number" })),
  };
}

/** What is known beside the host's own files. */
export function contextOf({ management = [], attached = {} }: Layout): VerdictContext {
  const attachments = Object.entries(attached).map(([at, vm]) => [fullAddress(at), [vm]] as const);
  return { managementDevices: management.map(fullAddress), attachments: new Map(attachments) };
}

function deviceOf(part: Part): PciDevice {
  const [vendorId = "", deviceId = ""] = part.id.split(":");
  return {
    address: part.address,
    class: part.unreadable ? "ff0000" : classCodes[part.is],
    classLabel: part.is,
    vendorId,
    deviceId,
    subsystem: null,
    vendor: vendorId,
    product: part.name,
    subsystemVendor: null,
    subsystemProduct: null,
    driver: part.driver,
    iommuGroup: part.group,
    bootVga: part.bootVga,
    resetMethods: [...part.resetMethods],
    companions: [],
    parent: part.parent,
    physicalFunction: part.physicalFunction,
    ...(part.domainController === null ? {} : { domainController: part.domainController }),
    modules: [],
    link: null,
    numaNode: null,
    bars: [...part.unassigned],
    hasRom: part.hasRom,
    virtualFunctions: part.virtualFunctions,
    powerState: null,
    silent: part.silent,
    slotLabel: part.slot,
    serialNumber: null,
    usedBy: [...part.uses],
    notLookedAt: [],
  };
}

function withCompanions(devices: readonly PciDevice[]): PciDevice[] {
  return devices.map((device) => ({
    ...device,
    companions: devices
      .filter((other) => other !== device && slotCardOf(other) === slotCardOf(device))
      .map(({ address }) => address),
  }));
}

function slotCardOf({ address, physicalFunction }: PciDevice): string {
  return physicalFunction === null ? slotOf(address) : address;
}

function groupsOf(devices: readonly PciDevice[]): HardwareReport["groups"] {
  const ids = new Set(devices.flatMap(({ iommuGroup }) => (iommuGroup === null ? [] : [iommuGroup])));
  return [...ids]
    .sort((left, right) => left - right)
    .map((id) => {
      const members = devices.filter(({ iommuGroup }) => iommuGroup === id);
      const cards = new Set(members.filter((device) => !isBridge(device)).map(slotCardOf));
      return { id, devices: members.map(({ address }) => address), isolated: cards.size <= 1 };
    });
}
