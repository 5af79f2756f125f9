import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { CreateRig, hostId, newName, patience, specification } from "@/e2e/libvirtd/create-rig";

const run = promisify(execFile);

let rig: CreateRig;
let name: string;

beforeAll(async () => {
  rig = await CreateRig.start();
}, 180_000);

afterAll(() => rig?.stop());

beforeEach(() => {
  name = newName();
});

test("clones a template: its disks copied, its cards' addresses new, its mark and password as they should be", async () => {
  const original = name;
  const request = specification(name, "image");
  const { vmId } = await rig.make({
    ...request,
    specification: { ...request.specification, graphics: { kind: "vnc" }, networks: [] },
  });
  await rig.virsh("attach-interface", original, "bridge", "br0", "--config");
  await rig.known(original);
  await rig.api.create.setTemplate.mutate({ hostId, vmId, template: true });
  await vi.waitUntil(async () => (await rig.choices()).templates[0]?.vmId === vmId, patience);
  const before = await rig.virsh("dumpxml", original);
  name = `${original}-clone`;
  const { job } = await rig.make({ kind: "clone", vmId, name });
  expect(job).toMatchObject({ state: "done", problem: null });
  const clone = await rig.virsh("dumpxml", name);
  expect(clone).toContain(`volume='${name}-vda.qcow2'`);
  expect(clone).not.toContain("passdeck:template");
  const macOf = (xml: string) => /<mac address='(.*?)'/.exec(xml)?.[1];
  expect(macOf(clone)).toMatch(/^52:54:00:/);
  expect(macOf(clone)).not.toBe(macOf(before));
  expect(await rig.virsh("dumpxml", original)).toBe(before);
  await run("qemu-io", [
    "-f",
    "qcow2",
    "-c",
    "read -P 0x5a 0 1M",
    join(rig.folder, "pool", `${name}-vda.qcow2`),
  ]);
  await rig.api.create.setTemplate.mutate({ hostId, vmId, template: false });
  expect(await rig.virsh("dumpxml", original)).not.toContain("passdeck:template");
});

test("clones a VM with UEFI together with what its firmware keeps", async () => {
  const original = name;
  const request = specification(name);
  const { vmId } = await rig.make(
    { ...request, specification: { ...request.specification, firmware: { kind: "uefi" } } },
    true,
  );
  await rig.virsh("destroy", original);
  const kept = join(rig.libvirtd.folder, "lib/qemu/nvram", `${original}_VARS.fd`);
  await run("qemu-io", ["-f", "raw", "-c", "write -P 0x5a 536576 4096", kept]);
  await rig.known(original);
  name = `${original}-clone`;
  const { job, plan } = await rig.make({ kind: "clone", vmId, name });
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(plan.steps.map(({ title }) => title)).toContain("Copy the firmware variables (boot entries, keys)");
  const copied = await readFile(join(rig.libvirtd.folder, "lib/qemu/nvram", `${name}_VARS.fd`));
  expect(copied.equals(await readFile(kept))).toBe(true);
  expect(await rig.virsh("pool-list", "--all", "--name")).toBe("disks");
  await rig.virsh("start", name);
  await rig.virsh("destroy", name);
});

test("clones a VM with a TPM together with what that keeps", async () => {
  const original = name;
  const request = specification(name);
  const { vmId } = await rig.make({ ...request, specification: { ...request.specification, tpm: {} } }, true);
  await rig.virsh("destroy", original);
  await rig.known(original);
  name = `${original}-clone`;
  const { job, plan, vmId: cloneId } = await rig.make({ kind: "clone", vmId, name });
  expect(job).toMatchObject({ state: "done", problem: null });
  expect(plan.steps.map(({ title }) => title)).toContain(
    "Copy the TPM state (its keys, and what is sealed to them)",
  );
  const stateOf = (id: string) =>
    readFile(join(rig.libvirtd.folder, "lib/swtpm", id, "tpm2/tpm2-00.permall"));
  const kept = await stateOf(vmId);
  expect(kept.length).toBeGreaterThan(1000);
  expect((await stateOf(cloneId)).equals(kept)).toBe(true);
  expect(await rig.virsh("pool-list", "--all", "--name")).toBe("disks");
  await rig.virsh("start", name);
  await rig.virsh("destroy", name);
  // Taken away with the VM, and the original's is not.
  await rig.virsh("undefine", name, "--tpm");
  await expect(stateOf(cloneId)).rejects.toThrow(/ENOENT/);
  expect((await stateOf(vmId)).equals(kept)).toBe(true);
});

test("does not copy the disks of a VM that is on", async () => {
  const { vmId } = await rig.make(specification(name), true);
  await rig.known(name);
  const request = { source: { kind: "clone" as const, vmId, name: `${name}-clone` }, start: false };
  const plan = () => rig.api.create.plan.mutate({ hostId, request });
  await vi.waitUntil(async () => (await plan()).plan.refusal !== null, patience);
  expect((await plan()).plan.refusal).toContain(`${name} is running and writes to its disks`);
  await rig.virsh("destroy", name);
});
