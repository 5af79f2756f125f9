import { expect, test } from "vitest";
import type { CloneSource } from "../../create/create-request.schema";
import type { PoolContent } from "../../create/host/libvirt-resources";
import type { PreflightHost } from "../../create/preflight/preflight.schema";
import { type FarOriginal, prepareClone } from "./prepare-clone";

const id = "6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01";
const disk = (target: string, source: string, part = "") =>
  `<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source ${source}/><target dev='${target}' bus='virtio'/>${part}</disk>`;
const original = {
  id,
  name: "web",
  active: false,
  xml: `<domain type='kvm'><name>web</name><uuid>${id}</uuid><os firmware='efi'><type>hvm</type></os><devices>
${disk("vda", "file='/images/web.qcow2'")}
${disk("vdb", "pool='fast' volume='data.qcow2'")}
${disk("vdc", "file='/base.qcow2'", "<readonly/>")}
<disk type='file' device='cdrom'><source file='/iso/debian.iso'/><target dev='sda'/></disk>
<interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>
</devices></domain>`,
};

const pools: PoolContent[] = [
  {
    name: "default",
    type: "dir",
    active: true,
    availableBytes: 0,
    volumes: ["web.qcow2"],
    volumePaths: new Map([["/images/web.qcow2", "web.qcow2"]]),
  },
  {
    name: "fast",
    type: "dir",
    active: true,
    availableBytes: 0,
    volumes: ["data.qcow2"],
    volumePaths: new Map([["/fast/data.qcow2", "data.qcow2"]]),
  },
];

const host: PreflightHost = {
  architecture: "x86_64",
  kvm: true,
  brokenKvm: false,
  memoryBytes: 0,
  availableMemoryBytes: null,
  cpus: [0],
  numaNodes: null,
  hugepages: null,
  vmNames: ["web"],
  desktop: null,
  macAddresses: ["52:54:00:00:00:01"],
  firmware: null,
  swtpm: null,
  virtiofsd: null,
  newerKeys: { missing: [], instead: null },
  pools,
  files: new Map(),
  isKept: () => true,
  disksInUse: new Map([
    ["/images/web.qcow2", "web"],
    ["fast/data.qcow2", "web"],
  ]),
  networks: [{ name: "default", active: true }],
  interfaces: null,
  devices: null,
  carried: null,
  namedDevices: [],
};

const prepare = (
  part: Partial<CloneSource> = {},
  of = original,
  on: Partial<PreflightHost> = {},
  far: FarOriginal | null = null,
) =>
  prepareClone(
    { kind: "clone", vmId: id, fromHostId: null, name: "web 2", disks: [], newIdentities: true, ...part },
    false,
    { ...host, ...on },
    {
      original: of,
      pools,
      far,
    },
  );

test("copies disks by path and by volume into their own pools, and shares what nobody writes to", () => {
  const { creation, findings, definition } = prepare();
  expect(creation.volumes).toEqual([
    {
      pool: "default",
      volume: "web-2-vda.qcow2",
      bytes: null,
      format: "qcow2",
      copyOf: { pool: "default", volume: "web.qcow2" },
    },
    {
      pool: "fast",
      volume: "web-2-vdb.qcow2",
      bytes: null,
      format: "qcow2",
      copyOf: { pool: "fast", volume: "data.qcow2" },
    },
  ]);
  expect(creation.passwordsOf).toBe(id);
  expect(creation.variables).toEqual({
    folder: "/var/lib/libvirt/qemu/nvram",
    from: "web_VARS.fd",
    to: "web 2_VARS.fd",
  });
  expect(definition).toContain("/base.qcow2");
  expect(definition).toContain("/iso/debian.iso");
  expect(findings).toEqual([]);
});

test("warns of shared disks and addresses", () => {
  const { findings } = prepare({
    newIdentities: false,
    disks: [
      { how: "share", target: "vda" },
      { how: "none", target: "vdb" },
    ],
  });
  expect(findings.map(({ code, weight }) => [code, weight])).toEqual([
    ["mac-taken", "warn"],
    ["disk-in-use", "fail"],
  ]);
});

test("says which disk is in no pool, which name is taken, and that the original has to be off", () => {
  const outside = { ...original, xml: original.xml.replace("/images/web.qcow2", "/elsewhere/web.qcow2") };
  expect(prepare({}, outside).findings).toMatchObject([{ code: "volume-missing", path: ["disks", "vda"] }]);
  const taken = prepare({
    name: "web",
    disks: [{ how: "copy", target: "vda", pool: "default", volume: "web.qcow2" }],
  });
  expect(taken.findings.map(({ code }) => code)).toEqual(["volume-taken", "name-taken"]);
  expect(prepare({}, { ...original, active: true }).findings).toMatchObject([{ code: "original-on" }]);
});

const withTpm = (backend: string, xml = original.xml) => ({
  ...original,
  xml: xml.replace("</devices>", `<tpm model='tpm-crb'>${backend}</tpm></devices>`),
});

test.each([
  ["<backend type='emulator' version='2.0'/>", { original: id, version: "tpm2" }],
  ["<backend type='emulator' version='1.2'/>", { original: id, version: "tpm1.2" }],
  ["<backend type='passthrough'><device path='/dev/tpm0'/></backend>", null],
])("takes along what a TPM keeps: %s", (backend, expected) => {
  const { creation, findings } = prepare({}, withTpm(backend));
  expect(creation.tpm).toEqual(expected);
  expect(findings).toEqual([]);
});

test("says what stands against a TPM: no swtpm, a place of its own, a VM that is on", () => {
  const emulator = withTpm("<backend type='emulator' version='2.0'/>");
  expect(prepare({}, emulator, { swtpm: false }).findings).toMatchObject([{ code: "tpm", weight: "fail" }]);
  const placed = prepare(
    {},
    withTpm("<backend type='emulator'><source type='dir' path='/tpm/web'/></backend>"),
  );
  expect(placed.findings).toMatchObject([{ code: "tpm", weight: "warn" }]);
  expect(placed.definition).not.toContain("/tpm/web");
  expect(placed.creation.tpm).toBeNull();
  const without = original.xml.replace(/<disk[\s\S]*<\/disk>/, "");
  const running = { ...withTpm("<backend type='emulator' version='2.0'/>", without), active: true };
  expect(prepare({}, running).findings).toMatchObject([{ code: "original-on" }]);
});

const atlas: FarOriginal = {
  host: { id: "atlas", name: "Atlas" },
  functions: [],
  partial: new Map(),
  findings: [],
};
/** The host of the clone has one of the original's pools. */
const there = { vmNames: [], macAddresses: [], pools: pools.slice(1) };

test("of a VM on another host all disks are copied, into pools of their names where there are such, and CDs left out", () => {
  const { creation, findings, definition } = prepare({}, original, there, atlas);
  expect(creation.fromHost).toEqual({ id: "atlas", name: "Atlas" });
  expect(creation.volumes.map(({ pool, copyOf }) => [pool, copyOf?.pool])).toEqual([
    ["fast", "default"],
    ["fast", "fast"],
  ]);
  expect(definition).not.toContain("/iso/debian.iso");
  expect(findings.map(({ message }) => message)).toEqual([
    "/base.qcow2, the disk vdc, is in none of the storage pools of Atlas, so libvirt can't copy it.",
  ]);
});

test("a disk of another host that is built on others is refused, with the way round", () => {
  const partial = new Map([["vda", "it is built on /base.qcow2"]]);
  const { findings } = prepare({ disks: [{ how: "none", target: "vdc" }] }, original, there, {
    ...atlas,
    partial,
  });
  expect(findings).toEqual([
    expect.objectContaining({
      weight: "fail",
      message: "/images/web.qcow2 is not all of the disk vda: it is built on /base.qcow2.",
      fix: expect.stringContaining("on its own host first"),
    }),
  ]);
});
