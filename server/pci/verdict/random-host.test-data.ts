import fc from "fast-check";
import { slotOf } from "../../units/pci-address.schema";
import { type DeviceUse, deviceUseKinds } from "../facts.schema";
import { classCodes } from "../layouts/layout.test-data";
import type { HardwareReport, PciDevice } from "../schema";
import type { VerdictContext } from "./rule";

/** A host that need not make sense: few slots and groups, so that devices meet in them. */
export interface RandomHost {
  report: HardwareReport;
  context: VerdictContext;
}

const slots = ["0000:00:02", "0000:01:00", "0000:02:00", "0000:03:04", "0004:01:00"];

const uses: fc.Arbitrary<DeviceUse[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<DeviceUse[]>([]) },
  fc.array(fc.record({ kind: fc.constantFrom(...deviceUseKinds), detail: fc.constant("sda1 or eth0") }), {
    maxLength: 2,
  }),
);

const varied = fc.record({
  class: fc.constantFrom(...Object.values(classCodes)),
  vendorId: fc.constantFrom("10de", "8086", "ffff"),
  deviceId: fc.constantFrom("2204", "1aef", "1901"),
  driver: fc.constantFrom(null, "vfio-pci", "vfio-pci", "pci-stub", "nouveau", "pcieport", "mlx5_vfio_pci"),
  iommuGroup: fc.option(fc.nat(3), { freq: 6 }),
  bootVga: fc.constantFrom(null, true, false),
  resetMethods: fc.constantFrom<string[][]>(["bus"], ["flr", "bus"], []),
  hasRom: fc.boolean(),
  usedBy: uses,
});

const device: fc.Arbitrary<PciDevice> = fc
  .tuple(fc.constantFrom(...slots), fc.nat(3), varied)
  .map(([slot, number, facts]) => ({ ...plainDevice(`${slot}.${number}`), ...facts }));

/** Any device may be behind any other, or be carved from it: captures are not always sane. */
const devices = fc
  .uniqueArray(fc.tuple(device, fc.nat(20), fc.nat(20)), {
    maxLength: 12,
    selector: ([{ address }]) => address,
  })
  .map((tuples) => {
    const all = tuples.map(([one]) => one.address);
    return tuples.map(([one, parent, physical]) => ({
      ...one,
      parent: all[parent] ?? null,
      physicalFunction: all[physical + 6] ?? null,
      companions: all.filter((other) => other !== one.address && slotOf(other) === slotOf(one.address)),
    }));
  });

const owner = fc.record(
  { vmName: fc.constantFrom("a", "b"), running: fc.boolean(), part: fc.constant("the USB device 046d:c52b") },
  { requiredKeys: ["vmName", "running"] },
);

const everything = fc.record({
  devices,
  enabled: fc.boolean(),
  cpuVendor: fc.constantFrom("intel", "amd", "arm", null),
  offeredByFirmware: fc.constantFrom(true, false, null),
  managed: fc.array(fc.nat(20), { maxLength: 1 }),
  owned: fc.array(fc.tuple(fc.nat(20), fc.array(owner, { maxLength: 2 })), { maxLength: 2 }),
  lost: fc.array(fc.constantFrom(...slots), { maxLength: 1 }),
});

export const randomHost: fc.Arbitrary<RandomHost> = everything.map(({ managed, owned, ...facts }) => {
  const at = (index: number) => facts.devices[index]?.address ?? "0000:ff:1f.7";
  return {
    report: {
      host: { ...plainHost, cpuVendor: facts.cpuVendor },
      iommu: {
        enabled: facts.enabled,
        kind: null,
        offeredByFirmware: facts.offeredByFirmware,
        parameters: [],
      },
      checks: [],
      network: { interfaces: [], routes: [] },
      groups: [],
      devices: facts.devices,
      carried: [],
      unreadable: facts.lost.map((slot) => ({ address: `${slot}.7`, detail: "its class is missing" })),
    },
    context: {
      managementDevices: managed.map(at),
      attachments: new Map(owned.map(([index, owners]) => [at(index), owners])),
    },
  };
});

const plainHost = {
  cpu: "unknown",
  cpuThreads: 1,
  kernel: "6.12.48",
  distribution: "Linux",
  bootLoader: null,
  initramfs: null,
  memoryBytes: 1,
  machine: null,
};

/** A device of which nothing is known but where it is. */
export function plainDevice(address: string): PciDevice {
  return {
    address,
    class: classCodes.usb,
    classLabel: "USB controller",
    vendorId: "1b21",
    deviceId: "1142",
    subsystem: null,
    vendor: "ASMedia",
    product: "ASM1042A",
    subsystemVendor: null,
    subsystemProduct: null,
    driver: null,
    iommuGroup: 1,
    bootVga: null,
    resetMethods: [],
    companions: [],
    parent: null,
    physicalFunction: null,
    modules: [],
    link: null,
    numaNode: null,
    bars: [],
    hasRom: false,
    virtualFunctions: null,
    powerState: null,
    silent: false,
    slotLabel: null,
    serialNumber: null,
    usedBy: [],
    notLookedAt: [],
  };
}
