import { expect, test } from "vitest";
import type { PreflightHost } from "../../create/preflight/preflight.schema";
import { schemasHere } from "../../host/libvirt/schemas.test-data";
import { prepareXml } from "./prepare-xml";

const uuid = "6fb2ee3e-4a0c-4a65-9d0b-3a7a6d6d5e01";
const domain = (devices = "") =>
  `<domain type='qemu'><name>web</name><uuid>${uuid}</uuid><memory>65536</memory><os><type>hvm</type></os><devices>${devices}</devices></domain>`;

const host: PreflightHost = {
  architecture: "x86_64",
  kvm: true,
  brokenKvm: false,
  memoryBytes: 0,
  availableMemoryBytes: null,
  cpus: [0],
  numaNodes: null,
  hugepages: null,
  vmNames: ["old"],
  desktop: null,
  macAddresses: ["52:54:00:00:00:01"],
  firmware: null,
  swtpm: null,
  virtiofsd: null,
  newerKeys: { missing: [], instead: null },
  pools: [],
  files: new Map([["/gone.img", false]]),
  isKept: (path) => path === "/gone.img" || path === "/old.img",
  disksInUse: new Map([["/old.img", "old"]]),
  networks: [{ name: "idle", active: false }],
  interfaces: null,
  devices: [],
  carried: null,
  namedDevices: [],
};

const prepare = (xml: string, name: string | null = null, vmIds: string[] = []) =>
  prepareXml({ kind: "xml", xml, name }, false, host, { vmIds: new Set(vmIds), schemas: schemasHere });

const codes = async (xml: string, name: string | null = null) =>
  (await prepare(xml, name)).findings.map(({ code }) => code);

test("takes a definition as it is, and shows it without passwords", async () => {
  const xml = domain("<graphics type='vnc' passwd='secret'/>");
  const { creation, definition, vmId, findings } = await prepare(xml);
  expect(definition).toBe(xml);
  expect(vmId).toBe(uuid);
  expect(creation.shownXml).toBe(domain("<graphics type='vnc'/>"));
  expect(findings).toEqual([]);
});

test("changes name and UUID where it has to", async () => {
  const { creation, definition, vmId, findings } = await prepare(domain(), "other", [uuid]);
  expect(creation.name).toBe("other");
  expect(definition).toContain("<name>other</name>");
  expect(definition).not.toContain("<uuid>");
  expect(vmId).toBeNull();
  expect(findings).toMatchObject([{ code: "definition", weight: "warn" }]);
});

test("finds what the host does not have, or another VM has", async () => {
  expect(await codes(domain(), "old")).toEqual(["name-taken"]);
  const disk = (file: string) =>
    `<disk type='file' device='disk'><source file='${file}'/><target dev='vda'/></disk>`;
  expect(await codes(domain(disk("/gone.img")))).toEqual(["file-missing"]);
  expect(await codes(domain(disk("/old.img")))).toEqual(["disk-in-use"]);
  const card = (network: string, mac: string) =>
    `<interface type='network'><mac address='${mac}'/><source network='${network}'/></interface>`;
  expect(await codes(domain(card("idle", "52:54:00:00:00:02")))).toEqual(["network"]);
  expect(await codes(domain(card("none", "52:54:00:00:00:01")))).toEqual(["mac-taken", "network"]);
  const hostdev =
    "<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='1' slot='0' function='0'/></source></hostdev>";
  expect(await codes(domain(hostdev))).toEqual(["device-missing"]);
});

test("finds that the host's KVM can't run it", async () => {
  const kvm = domain().replace("'qemu'", "'kvm'");
  expect(await codes(kvm)).toEqual([]);
  const without = (brokenKvm: boolean) =>
    prepareXml(
      { kind: "xml", xml: kvm, name: null },
      true,
      { ...host, kvm: false, brokenKvm },
      { vmIds: new Set(), schemas: schemasHere },
    );
  expect((await without(false)).findings).toMatchObject([{ code: "no-kvm", weight: "fail" }]);
  expect((await without(true)).findings[0]?.message).toMatch(/KVM does not work/);
});

test("names the line that breaks libvirt's schema, and refuses what is no definition", async () => {
  expect((await prepare(domain("\n<wheel/>"))).findings[0]).toMatchObject({
    code: "definition",
    path: ["xml"],
    message: expect.stringMatching(/^Line \d+ does not match libvirt's schema/),
  });
  await expect(prepare("<network/>")).rejects.toThrow(/<network>, not <domain>/);
  await expect(prepare("<domain>")).rejects.toThrow(/not well-formed/);
});

test("tells what of the host a definition from elsewhere reaches", async () => {
  const devices =
    "<disk type='file' device='disk'><source file='/old.img'/><target dev='vda'/><readonly/></disk>" +
    "<serial type='file'><source path='/etc/cron.d/x'/></serial>" +
    "<filesystem type='mount'><source dir='/'/><target dir='root'/></filesystem>";
  const { findings } = await prepare(domain(devices));
  expect(
    findings.filter(({ code }) => code === "reach").map(({ message, weight }) => [message, weight]),
  ).toEqual([
    ["The VM reads or writes /etc/cron.d/x, a file of the host outside its storage pools.", "warn"],
    ["The guest sees the folder / of the host.", "warn"],
  ]);
});
