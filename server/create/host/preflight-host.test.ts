import { expect, test } from "vitest";
import { vmSpecificationSchema } from "../vm-specification.schema";
import type { HostOfVms } from "./host-of-vms";
import { namedFiles, preflightHostOf } from "./preflight-host";

const host: HostOfVms = {
  memoryBytes: 2 ** 33,
  cpuCount: 2,
  capabilities: {
    architecture: "x86_64",
    kvm: true,
    brokenKvm: false,
    machines: [],
    cpuModels: [],
    firmware: { uefi: true, secureBoot: false, files: [] },
    swtpm: false,
  },
  resources: {
    pools: [
      {
        name: "default",
        type: "dir",
        active: true,
        availableBytes: 0,
        volumes: ["a.qcow2", "b.qcow2"],
        volumePaths: new Map([
          ["/images/a.qcow2", "a.qcow2"],
          ["/images/b.qcow2", "b.qcow2"],
        ]),
      },
    ],
    networks: [],
    filters: [],
  },
  supplies: null,
  devices: null,
  carried: null,
  isOwnFile: (path) => path === "/roms/card.rom",
  namedDevices: [],
  vms: [
    { id: "1", name: "one", template: false, macs: ["52:54:00:00:00:01"], disks: ["/images/a.qcow2"] },
    { id: "2", name: "two", template: false, macs: [], disks: ["default/b.qcow2", "/dev/vg/two"] },
  ],
};

test("knows a disk that is in use by both of its names", () => {
  expect([...preflightHostOf(host, new Map(), "q35").disksInUse]).toEqual([
    ["/images/a.qcow2", "one"],
    ["default/a.qcow2", "one"],
    ["default/b.qcow2", "two"],
    ["/images/b.qcow2", "two"],
    ["/dev/vg/two", "two"],
  ]);
});

test("knows which files are kept for VMs", () => {
  const { isKept } = preflightHostOf(host, new Map(), "q35");
  const paths = ["/images/a.qcow2", "/roms/card.rom", "/images/c.qcow2", "/etc/shadow"];
  expect(paths.filter(isKept)).toEqual(["/images/a.qcow2", "/roms/card.rom"]);
});

test("says nothing of what it does not know", () => {
  const native = preflightHostOf(host, new Map(), "q35");
  expect(native).toMatchObject({ cpus: [0, 1], hugepages: null, virtiofsd: null, interfaces: null });
  expect(native.firmware).toMatchObject({ uefi: true });
  expect(preflightHostOf(host, new Map(), "virt").firmware).toBeNull();
});

test("collects the files that a specification names", () => {
  const vm = vmSpecificationSchema.parse({
    name: "vm",
    firmware: { kind: "rom-file", path: "/firmware.fd" },
    disks: [
      { source: { kind: "block", path: "/dev/vg/vm" } },
      { source: { kind: "volume", pool: "default", volume: "c", format: "raw" } },
    ],
    opticalDrives: [{ source: { kind: "file", path: "/iso/a.iso" } }, { source: null }],
    sharedFolders: [{ path: "/srv", tag: "srv" }],
  });
  expect(namedFiles(vm)).toEqual(["/dev/vg/vm", "/iso/a.iso", "/firmware.fd", "/srv"]);
});
