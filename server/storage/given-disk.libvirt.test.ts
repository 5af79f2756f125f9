import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { givenDiskProblems } from "./given-disk";
import { refreshPool } from "./pool-acts";
import { StorageRig } from "./storage-rig.test-data";

const run = promisify(execFile);
let rig: StorageRig;

const definition = (name: string, ...disks: [string, string][]) =>
  `<domain type='qemu'><name>${name}</name><memory unit='MiB'>16</memory><os><type>hvm</type></os><devices>
${disks.map(([volume, format], index) => `<disk type='volume'><driver name='qemu' type='${format}'/><source pool='images' volume='${volume}'/><target dev='vd${"ab"[index]}' bus='virtio'/></disk>`).join("")}</devices></domain>`;

beforeAll(async () => {
  rig = await StorageRig.start(await startPrivateLibvirtd());
  const at = (name: string) => join(rig.folder, "images", name);
  const secret = join(rig.folder, "secret");
  await writeFile(secret, "root's own".padEnd(65_536));
  await run("qemu-img", ["create", "-q", "-f", "raw", at("plain.raw"), "1M"]);
  await run("qemu-img", ["create", "-q", "-f", "qcow2", at("image.qcow2"), "1M"]);
  for (const name of ["forged.raw", "foreign.qcow2"])
    await run("qemu-img", ["create", "-q", "-f", "qcow2", "-u", "-F", "raw", "-b", secret, at(name), "1M"]);
  // libvirt takes it for raw, as it knows sparse ones alone.
  await writeFile(
    at("flat.vmdk"),
    `# Disk DescriptorFile\nversion=1\nCID=1\nparentCID=ffffffff\ncreateType="monolithicFlat"\nRW 128 FLAT "${secret}" 0\n`,
  );
  await refreshPool(rig.connection, "images");
  const file = join(rig.folder, "first.xml");
  await writeFile(file, definition("first", ["plain.raw", "raw"], ["forged.raw", "raw"]));
  await rig.virsh("define", file);
}, 180_000);

afterAll(() => rig?.stop());

const problems = (volume: string, format: string) =>
  givenDiskProblems(rig.connection, {
    before: null,
    after: definition("second", [volume, format]),
    vmName: null,
  });

test.each([
  ["plain.raw", "raw"],
  ["image.qcow2", "qcow2"],
  ["missing.raw", "raw"],
  ["flat.vmdk", "raw"],
])("%s may be given to a VM as %s", async (volume, format) => {
  expect(await problems(volume, format)).toEqual([]);
});

test.each([
  ["plain.raw", "qcow2", "first reads plain.raw as raw"],
  ["forged.raw", "qcow2", "first reads forged.raw as raw"],
  ["forged.raw", "raw", "its content says that it is qcow2"],
  ["image.qcow2", "raw", "its content says that it is qcow2"],
  ["foreign.qcow2", "qcow2", "which is in none of the host's storage pools"],
  ["flat.vmdk", "vmdk", "which may name any file of the host as its content"],
])("%s is not given to a VM as %s: %s", async (volume, format, words) => {
  expect(await problems(volume, format)).toEqual([expect.stringContaining(words)]);
});

test("a VM's own disk is none that it is given, unless it is read otherwise now", async () => {
  const before = definition("first", ["plain.raw", "raw"], ["forged.raw", "raw"]);
  const asked = { before, vmName: "first" };
  expect(await givenDiskProblems(rig.connection, { ...asked, after: before })).toEqual([]);
  const after = definition("first", ["plain.raw", "raw"], ["forged.raw", "qcow2"]);
  expect(await givenDiskProblems(rig.connection, { ...asked, after })).toEqual([
    expect.stringContaining("which is in none of the host's storage pools"),
  ]);
});
