import { describe, expect, test } from "vitest";
import type { CarriedDevice } from "../pci/carried.schema";
import { preflight } from "./preflight";
import type { PreflightDevice, PreflightHost } from "./preflight/preflight.schema";
import { type VmSpecificationInput, vmSpecificationSchema } from "./vm-specification.schema";

const gigabyte = 2 ** 30;

const gpu: PreflightDevice = {
  address: "0000:01:00.0",
  label: "GeForce RTX 3090",
  companions: ["0000:01:00.1"],
  groupOthers: [],
  verdict: { status: "bindable", reasons: [{ weight: "note", message: "A note.", fix: null }] },
  vms: [],
};
const audio: PreflightDevice = {
  ...gpu,
  address: "0000:01:00.1",
  label: "HDMI audio",
  companions: ["0000:01:00.0"],
};

const stick: CarriedDevice = {
  bus: "usb",
  port: "1-4.2",
  place: { bus: 1, device: 7 },
  ids: { vendorId: "0781", productId: "5581" },
  label: "Ultra",
  uses: [{ kind: "file-system", detail: "/mnt on sdb1" }],
  carriers: [],
};

const host: PreflightHost = {
  architecture: "x86_64",
  kvm: true,
  brokenKvm: false,
  memoryBytes: 16 * gigabyte,
  availableMemoryBytes: 8 * gigabyte,
  cpus: [0, 1, 2, 3],
  numaNodes: [0],
  hugepages: [{ bytes: 2 ** 30, free: 2 }],
  vmNames: ["old"],
  desktop: null,
  macAddresses: ["52:54:00:00:00:01"],
  firmware: { uefi: true, secureBoot: true },
  swtpm: true,
  virtiofsd: true,
  newerKeys: { missing: [], instead: null },
  pools: [
    { name: "default", type: "dir", active: true, availableBytes: 10 * gigabyte, volumes: ["old.qcow2"] },
    { name: "lvm", type: "logical", active: true, availableBytes: 10 * gigabyte, volumes: [] },
    { name: "idle", type: "dir", active: false, availableBytes: 0, volumes: [] },
  ],
  files: new Map([
    ["/iso/there.iso", true],
    ["/iso/gone.iso", false],
  ]),
  isKept: () => false,
  disksInUse: new Map([
    ["default/old.qcow2", "old"],
    ["/dev/vg/old", "old"],
  ]),
  networks: [
    { name: "default", active: true },
    { name: "idle", active: false },
  ],
  interfaces: [
    { name: "br0", bridge: true },
    { name: "eth0", bridge: false },
  ],
  devices: [gpu, audio],
  carried: null,
  namedDevices: [],
};

const volume = (pool: string, name: string, bytes = gigabyte, format: "raw" | "qcow2" = "qcow2") =>
  ({ source: { kind: "new-volume", pool, volume: name, bytes, format } }) as const;

const fine: VmSpecificationInput = {
  name: "new",
  disks: [volume("default", "new.qcow2")],
  opticalDrives: [{ source: { kind: "file", path: "/iso/there.iso" } }],
  networks: [
    { source: { kind: "network", network: "default" } },
    { source: { kind: "bridge", bridge: "br0" } },
  ],
  cards: [{ functions: [{ address: gpu.address }, { address: audio.address }] }],
  tpm: {},
};

const find = (change: Partial<VmSpecificationInput>, hostChange: Partial<PreflightHost> = {}) =>
  preflight(vmSpecificationSchema.parse({ ...fine, ...change }), { ...host, ...hostChange });

describe("what is looked at before a VM is made", () => {
  test("finds nothing where all is well, or not known", () => {
    expect(find({})).toEqual([]);
    const unknown = {
      availableMemoryBytes: null,
      numaNodes: null,
      hugepages: null,
      firmware: null,
      swtpm: null,
      virtiofsd: null,
      interfaces: null,
      devices: null,
    };
    expect(find({ memory: { hugepageBytes: 2 ** 21 } }, unknown)).toEqual([]);
  });

  test.each<[string, string, Partial<VmSpecificationInput>, Partial<PreflightHost>]>([
    ["name-taken", "fail", { name: "old" }, {}],
    ["no-kvm", "fail", {}, { kvm: false }],
    ["no-kvm", "fail", { domainType: "kvm", cards: [] }, { kvm: false }],
    ["no-kvm", "warn", { cards: [] }, { kvm: false }],
    ["no-kvm", "fail", {}, { kvm: false, brokenKvm: true }],
    ["no-kvm", "warn", { cards: [] }, { kvm: false, brokenKvm: true }],
    ["no-kvm", "warn", { cards: [] }, { architecture: "aarch64" }],
    ["memory", "fail", { memory: { bytes: 32 * gigabyte } }, {}],
    ["memory", "warn", { memory: { bytes: 12 * gigabyte } }, {}],
    ["hugepages", "fail", { memory: { bytes: 3 * gigabyte, hugepageBytes: gigabyte } }, {}],
    ["numa-node", "fail", { memory: { numa: { mode: "strict", nodes: "0-1" } } }, {}],
    ["cpus", "warn", { cpu: { cores: 5 } }, {}],
    ["pinned-cpu", "fail", { cpu: { pins: [{ vcpu: 0, cpus: "3-4" }] } }, {}],
    ["pinned-cpu", "fail", { cpu: { emulatorCpus: "9" } }, {}],
    ["firmware", "fail", {}, { firmware: { uefi: false, secureBoot: false } }],
    [
      "firmware",
      "fail",
      { firmware: { kind: "uefi", secureBoot: true } },
      { firmware: { uefi: true, secureBoot: false } },
    ],
    ["tpm", "fail", {}, { swtpm: false }],
    [
      "firmware",
      "warn",
      { firmware: { kind: "uefi", secureBoot: true } },
      { newerKeys: { missing: ["Windows UEFI CA 2023"], instead: null } },
    ],
    ["virtiofs", "fail", { sharedFolders: [{ path: "/srv", tag: "srv" }] }, { virtiofsd: false }],
    ["pool", "fail", { disks: [volume("nowhere", "a")] }, {}],
    ["pool", "fail", { disks: [volume("idle", "a")] }, {}],
    [
      "disk-space",
      "warn",
      { disks: [volume("default", "a", 6 * gigabyte), volume("default", "b", 6 * gigabyte)] },
      {},
    ],
    ["disk-space", "fail", { disks: [volume("default", "a", 11 * gigabyte, "raw")] }, {}],
    ["volume-taken", "fail", { disks: [volume("default", "old.qcow2")] }, {}],
    ["pool", "fail", { disks: [volume("lvm", "new")] }, {}],
    [
      "volume-missing",
      "fail",
      {
        disks: [
          {
            source: {
              ...volume("default", "new.qcow2").source,
              copyOf: { pool: "default", volume: "no" },
            },
          },
        ],
      },
      {},
    ],
    ["file-missing", "fail", { firmware: { kind: "rom-file", path: "/iso/gone.iso" } }, {}],
    ["file-missing", "fail", { sharedFolders: [{ path: "/iso/gone.iso", tag: "iso" }] }, {}],
    [
      "volume-missing",
      "fail",
      { disks: [{ source: { kind: "volume", pool: "default", volume: "no", format: "raw" } }] },
      {},
    ],
    ["file-missing", "fail", { opticalDrives: [{ source: { kind: "file", path: "/iso/gone.iso" } }] }, {}],
    ["disk-in-use", "fail", { disks: [{ source: { kind: "block", path: "/dev/vg/old" } }] }, {}],
    [
      "disk-in-use",
      "fail",
      { disks: [{ source: { kind: "volume", pool: "default", volume: "old.qcow2", format: "qcow2" } }] },
      {},
    ],
    ["network", "fail", { networks: [{ source: { kind: "network", network: "no" } }] }, {}],
    ["network", "fail", { networks: [{ source: { kind: "network", network: "idle" } }] }, {}],
    ["network", "fail", { networks: [{ source: { kind: "bridge", bridge: "eth0" } }] }, {}],
    ["network", "fail", { networks: [{ source: { kind: "macvtap", device: "eth7" } }] }, {}],
    [
      "mac-taken",
      "fail",
      {
        networks: [
          {
            ...fine.networks?.[0],
            source: { kind: "network", network: "default" },
            mac: "52:54:00:00:00:01",
          },
        ],
      },
      {},
    ],
    ["device-missing", "fail", { cards: [{ functions: [{ address: "0000:02:00.0" }] }] }, {}],
    ["device-missing", "fail", { namedDevices: ["any GPU"] }, {}],
    ["named-devices", "fail", { namedDevices: ["any GPU"] }, { namedDevices: [{ name: "any GPU" }] }],
    ["usb-device", "fail", { usbDevices: [{ kind: "port", port: "1-4.2" }] }, { carried: [stick] }],
    ["device-in-use", "fail", {}, { devices: [{ ...gpu, vms: [{ name: "old", running: true }] }, audio] }],
    ["device-in-use", "warn", {}, { devices: [{ ...gpu, vms: [{ name: "old", running: false }] }, audio] }],
    ["group", "warn", { cards: [{ functions: [{ address: gpu.address }] }] }, {}],
    ["group", "warn", {}, { devices: [{ ...gpu, groupOthers: ["0000:02:00.0"] }, audio] }],
    [
      "device-blocked",
      "fail",
      {},
      {
        devices: [
          {
            ...gpu,
            verdict: { status: "blocked", reasons: [{ weight: "block", message: "No.", fix: null }] },
          },
          audio,
        ],
      },
    ],
    [
      "device-risky",
      "warn",
      {},
      {
        devices: [
          {
            ...gpu,
            verdict: { status: "risky", reasons: [{ weight: "risk", message: "Maybe.", fix: "Try." }] },
          },
          audio,
        ],
      },
    ],
  ])("finds %s (%s) for %j", (code, weight, change, hostChange) => {
    const findings = find(change, hostChange);
    expect(findings.map((finding) => [finding.code, finding.weight])).toEqual([[code, weight]]);
    for (const { message, fix } of findings) {
      expect(message).toMatch(/\.$/);
      expect(fix).toMatch(/\.$/);
    }
  });

  test("names what prevents the VM before what is only a pity", () => {
    const findings = find({ cpu: { cores: 5 }, name: "old" }, { devices: [gpu] });
    expect(findings.map(({ weight }) => weight)).toEqual(["fail", "fail", "warn"]);
  });
});
