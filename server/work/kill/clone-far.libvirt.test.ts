import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bareDomainXml } from "@/e2e/libvirtd/bare-domain";
import { patience } from "@/e2e/libvirtd/create-rig";
import { HostPair } from "@/e2e/libvirtd/host-pair";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { creationOf } from "./testing/creation";
import { killEverywhere, killTimeoutMs } from "./testing/kill-runs";
import { KillWorld } from "./testing/kill-world";
import { secondHostId } from "./testing/rooms";

const volume = "original.qcow2";

let pair: HostPair;
let world: KillWorld;

beforeAll(async () => {
  pair = await HostPair.start();
  await pair.two.virsh("pool-create-as", "images", "dir", "--target", "/var/lib/libvirt/images");
  world = await KillWorld.startOnTwo(pair);
}, 180_000);

afterAll(async () => {
  await world?.stop();
  await pair?.stop();
});

/** A VM on the second host, with a disk, a TPM and UEFI, which have kept something. */
async function defineOriginal(): Promise<string> {
  await pair.two.virsh("vol-create-as", "images", volume, "4M", "--format", "qcow2");
  const disk = qcow2Disk(`/var/lib/libvirt/images/${volume}`);
  const tpm = {
    name: "tpm",
    attributes: { model: "tpm-crb" },
    children: [{ name: "backend", attributes: { type: "emulator", version: "2.0" } }],
  };
  const xml = bareDomainXml("original", [disk, tpm])
    .replace("<os>", '<os firmware="efi">')
    .replace('machine="pc"', 'machine="q35"')
    .replace("<devices>", "<features><acpi/></features><devices>");
  await pair.two.define(xml);
  const vmId = (await pair.two.virsh("domuuid", "original")).trim();
  for (const path of ["qemu/nvram/original_VARS.fd", `swtpm/${vmId}/tpm2/tpm2-00.permall`]) {
    const place = join(pair.two.libvirtd.folder, "lib", path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, Buffer.alloc(64 * 1024, path));
  }
  return vmId;
}

/** What the second host has: nobody's clone changes anything of it, and no pool of a copy's is left. */
async function originals(): Promise<string[]> {
  const lists = [
    ["list", "--all"],
    ["pool-list", "--all"],
    ["vol-list", "images"],
    ["dumpxml", "original"],
  ];
  return Promise.all(lists.map((words) => pair.two.virsh(...words)));
}

test(
  "a clone of a VM of another host, with its disk, its firmware's variables and its TPM's state",
  async () => {
    const vmId = await defineOriginal();
    await vi.waitUntil(() => world.fleet.findVm(secondHostId, vmId), patience);
    const before = await originals();
    const spec = await creationOf(world, { kind: "clone", vmId, fromHostId: secondHostId, name: "clone" });
    expect(spec.steps).toHaveLength(4);
    expect((await killEverywhere(world, spec)).problems).toEqual([]);
    expect(await originals()).toEqual(before);
  },
  killTimeoutMs,
);
