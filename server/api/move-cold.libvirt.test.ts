import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { HostPair } from "@/e2e/libvirtd/host-pair";
import type { OwnHost } from "@/e2e/libvirtd/own-host";
import { qcow2Disk } from "@/e2e/libvirtd/qcow2-disk";
import { card, twin } from "../pci/binding/fake-kernel.test-data";
import { parsePciAddress } from "../units/pci-address.schema";
import { pciAddressAttributes } from "../units/pci-address-element";
import type { ElementPlan } from "../xml/build-xml";
import { expectPattern, MovingVms, seenFromHere, stateOn, toTwo, volumesOf } from "./moving-vms.test-data";

const run = promisify(execFile);
const mebibyte = 2 ** 20;

let vms: MovingVms;
let pair: HostPair;

beforeAll(async () => {
  vms = await MovingVms.start();
  ({ pair } = vms);
}, 180_000);

afterEach(() => vms.clear());

afterAll(() => vms?.stop());

const tpm: ElementPlan = {
  name: "tpm",
  attributes: { model: "tpm-crb" },
  children: [{ name: "backend", attributes: { type: "emulator", version: "2.0" } }],
};
const screen: ElementPlan = {
  name: "graphics",
  attributes: { type: "vnc", autoport: "yes", passwd: "swordfsh" },
};

function withUefi(xml: string): string {
  return xml
    .replace("<os>", '<os firmware="efi">')
    .replace('machine="pc"', 'machine="q35"')
    .replace("<devices>", "<features><acpi/></features><devices>");
}

function handed(address: string, rom?: string): ElementPlan {
  const place = parsePciAddress(address);
  if (place === null) throw new Error(address);
  const source = { name: "source", children: [{ name: "address", attributes: pciAddressAttributes(place) }] };
  return {
    name: "hostdev",
    attributes: { mode: "subsystem", type: "pci", managed: "yes" },
    children: [source, ...(rom === undefined ? [] : [{ name: "rom", attributes: { file: rom } }])],
  };
}

const filesOf = (host: OwnHost, vmId: string, name: string) =>
  Promise.all(
    [`qemu/nvram/${name}_VARS.fd`, `swtpm/${vmId}/tpm2/tpm2-00.permall`].map((file) =>
      readFile(join(host.libvirtd.folder, "lib", file)),
    ),
  );

async function poolsOf(host: OwnHost): Promise<string[]> {
  return (await host.virsh("pool-list", "--all", "--name")).split(/\s+/).filter(Boolean).sort();
}

test("one that is off goes over whole: its disk, firmware variables, TPM, passwords and autostart", async () => {
  const path = await vms.madeDisk("images", "whole.qcow2");
  const vmId = await vms.defined("whole", [qcow2Disk(path), tpm, screen], withUefi);
  await pair.one.virsh("start", "whole");
  await pair.one.virsh("destroy", "whole");
  await pair.one.virsh("autostart", "whole");
  const [variables, state] = await filesOf(pair.one, vmId, "whole");
  const { plan } = await vms.planned(toTwo(vmId), false);
  expect(plan.steps.map(({ title }) => title)).toEqual([
    "Copy the disk vda to two",
    "Copy the firmware variables to two",
    "Copy the TPM state to two",
    "Define whole on two",
    "Undefine whole on this host",
    "Take the history and shares of whole along to two",
    "Delete the volume whole.qcow2 from the pool images",
  ]);
  expect(await vms.ended(toTwo(vmId), false)).toMatchObject({ state: "done", problem: null });
  expect(await stateOn(pair.one, "whole")).toBe("absent");
  expect(await volumesOf(pair.one, "images")).toEqual([]);
  await expect(filesOf(pair.one, vmId, "whole")).rejects.toThrow("ENOENT");
  expect(await pair.two.virsh("dominfo", "whole")).toMatch(/State:\s+shut off.*Autostart:\s+enable/s);
  expect(await pair.two.virsh("dumpxml", "whole", "--security-info")).toContain("passwd='swordfsh'");
  const [variablesThere, stateThere] = await filesOf(pair.two, vmId, "whole");
  expect(variablesThere?.equals(variables as Buffer)).toBe(true);
  expect(stateThere?.equals(state as Buffer)).toBe(true);
  await expectPattern(seenFromHere(pair.two, path));
  for (const host of [pair.one, pair.two]) expect(await poolsOf(host)).toEqual(["images", "shared"]);
  await pair.two.virsh("start", "whole");
});

test("a disk of which little is stored stays so, in the pool that was chosen", async () => {
  await pair.two.virsh("pool-create-as", "fast", "dir", "--target", "/var/lib/libvirt/boot");
  await pair.one.virsh("vol-create-as", "images", "thin.raw", "8G", "--allocation", "0", "--format", "raw");
  const path = "/var/lib/libvirt/images/thin.raw";
  for (const [pattern, offset] of [
    ["0x5a", "1G"],
    ["0x5b", "8388480K"],
  ] as const) {
    const write = `write -P ${pattern} ${offset} 64k`;
    await run("qemu-io", ["-f", "raw", "-c", write, seenFromHere(pair.one, path)]);
  }
  const disk = JSON.parse(JSON.stringify(qcow2Disk(path)).replace('"qcow2"', '"raw"')) as ElementPlan;
  const vmId = await vms.defined("thin", [disk]);
  const request = { ...toTwo(vmId), pools: [{ target: "vda", pool: "fast" }] };
  expect(await vms.ended(request, false)).toMatchObject({ state: "done", problem: null });
  const copy = seenFromHere(pair.two, "/var/lib/libvirt/boot/thin.raw");
  expect(await pair.two.virsh("domblklist", "thin")).toContain("/var/lib/libvirt/boot/thin.raw");
  const reads = ["read -P 0x5a 1G 64k", "read -P 0 2G 64k", "read -P 0x5b 8388480K 64k"];
  const { stdout } = await run("qemu-io", ["-f", "raw", ...reads.flatMap((read) => ["-c", read]), copy]);
  expect(stdout).not.toContain("verification failed");
  const info = JSON.parse((await run("qemu-img", ["info", "--output=json", "-f", "raw", copy])).stdout);
  expect(info["virtual-size"]).toBe(8192 * mebibyte);
  expect(info["actual-size"]).toBeLessThan(8 * mebibyte);
  await pair.two.virsh("vol-delete", "thin.raw", "--pool", "fast");
  await pair.two.virsh("pool-destroy", "fast");
});

test("a disk that both hosts have stays where it is", async () => {
  const path = await vms.madeDisk("shared", "both.qcow2");
  const vmId = await vms.defined("sharer", [qcow2Disk(path)]);
  expect(await vms.ended(toTwo(vmId), false)).toMatchObject({ state: "done", problem: null });
  expect(await readdir(join(pair.shared, "pool"))).toEqual(["both.qcow2"]);
  expect(await pair.two.virsh("domblklist", "sharer")).toContain(path);
});

test("its card is exchanged for an equal one of the other host, and its ROM file goes along", async () => {
  const rom = "/var/lib/libvirt/roms/card.rom";
  await mkdir(dirname(seenFromHere(pair.one, rom)), { recursive: true });
  await writeFile(seenFromHere(pair.one, rom), "a ROM");
  const vmId = await vms.defined("player", [handed(card.gpu, rom), handed(card.audio)]);
  const { cards } = await vms.planned(toTwo(vmId), false);
  const equals = [card.gpu, twin.gpu].map((address) => expect.objectContaining({ address }));
  expect(cards).toEqual([expect.objectContaining({ address: card.gpu, to: card.gpu, equals })]);
  const request = { ...toTwo(vmId), cards: [{ from: card.gpu, to: twin.gpu }] };
  expect(await vms.ended(request, false)).toMatchObject({ state: "done", problem: null });
  const xml = await pair.two.virsh("dumpxml", "player");
  expect(xml).toMatch(/bus='0x02' slot='0x00' function='0x0'.*bus='0x02' slot='0x00' function='0x1'/s);
  expect(xml).toContain(`<rom file='${rom}'/>`);
  expect(await readFile(seenFromHere(pair.two, rom), "utf8")).toBe("a ROM");
  // Another VM of the source may use it.
  expect(await readFile(seenFromHere(pair.one, rom), "utf8")).toBe("a ROM");
});

test("a ROM file of the same name that is another one stands in the way, and the folder is left as it is", async () => {
  const rom = "/var/lib/libvirt/boot/other.rom";
  await writeFile(seenFromHere(pair.one, rom), "a ROM");
  await writeFile(seenFromHere(pair.two, rom), "another ROM");
  const folder = dirname(seenFromHere(pair.two, rom));
  await chmod(folder, 0o755);
  const vmId = await vms.defined("mixed", [handed(card.gpu, rom)]);
  expect(await vms.ended(toTwo(vmId), false)).toMatchObject({
    state: "undone",
    problem: expect.stringContaining(`${rom} is on the target already`),
  });
  expect(await stateOn(pair.one, "mixed")).toBe("shut off");
  expect(await stateOn(pair.two, "mixed")).toBe("absent");
  expect(await readFile(seenFromHere(pair.two, rom), "utf8")).toBe("another ROM");
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
});

test("a card that the other host has no equal of stands against it", async () => {
  const other = "0000:07:01.0";
  await writeFile(join(pair.two.kernel.folder, "sys/bus/pci/devices", other, "device"), "0x0001\n");
  const vmId = await vms.defined("stuck", [handed(other)]);
  const { plan } = await vms.planned(toTwo(vmId), false);
  expect(plan.refusal).toContain("two has no free card like");
  await writeFile(join(pair.two.kernel.folder, "sys/bus/pci/devices", other, "device"), "0x73bf\n");
});

test("a disk that is built on one that the other host does not have is refused", async () => {
  const base = await vms.madeDisk("images", "base.qcow2");
  await pair.one.virsh(
    ...["vol-create-as", "images", "overlay.qcow2", "64M", "--format", "qcow2"],
    ...["--backing-vol", "base.qcow2", "--backing-vol-format", "qcow2"],
  );
  const vmId = await vms.defined("layered", [qcow2Disk("/var/lib/libvirt/images/overlay.qcow2")]);
  const { plan } = await vms.planned(toTwo(vmId), false);
  expect(plan.refusal).toContain(`it is built on ${base}, which two does not have`);
});

test("a saved state stands against it", async () => {
  const vmId = await vms.started("saved");
  await pair.one.virsh("managedsave", "saved");
  const { plan } = await vms.planned(toTwo(vmId), false);
  expect(plan.refusal).toContain("The memory of saved is saved on this host.");
});

test("one that is started amid it stays where it is, and leaves nothing on the other host", async () => {
  const path = await vms.madeDisk("images", "busy.qcow2");
  const vmId = await vms.defined("early", [qcow2Disk(path)]);
  const jobId = await vms.begin({ ...toTwo(vmId), options: { bandwidthMiB: 4 } }, false);
  await pair.one.virsh("start", "early");
  expect(await vms.world.jobEnded(jobId)).toMatchObject({
    state: "undone",
    problem: expect.stringContaining("early was started in the meantime"),
  });
  expect(await stateOn(pair.one, "early")).toBe("running");
  expect(await stateOn(pair.two, "early")).toBe("absent");
  expect(await volumesOf(pair.two, "images")).toEqual([]);
});

test("one that is cancelled on its way stays where it was", async () => {
  const path = await vms.madeDisk("images", "slow.qcow2");
  const vmId = await vms.defined("returner", [qcow2Disk(path)]);
  const jobId = await vms.begin({ ...toTwo(vmId), options: { bandwidthMiB: 1 } }, false);
  await expect.poll(() => volumesOf(pair.two, "images"), { timeout: 60_000 }).toEqual(["slow.qcow2"]);
  await vms.world.api.job.cancel.mutate({ jobId });
  expect(await vms.world.jobEnded(jobId)).toMatchObject({ state: "undone" });
  expect(await stateOn(pair.one, "returner")).toBe("shut off");
  expect(await stateOn(pair.two, "returner")).toBe("absent");
  expect(await volumesOf(pair.two, "images")).toEqual([]);
  await expectPattern(seenFromHere(pair.one, path));
});
