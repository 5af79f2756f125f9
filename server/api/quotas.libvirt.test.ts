import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { CreateRig, hostId, newName, patience, specification } from "@/e2e/libvirtd/create-rig";
import { noQuota, type Quota } from "../access/quota.schema";
import type { Subject } from "../access/share.schema";
import { deviceForm } from "../domain/devices/device-forms.schema";

const mebibyte = 2 ** 20;

let rig: CreateRig;
let owner: Subject;
let user: string;

beforeAll(async () => {
  rig = await CreateRig.start();
}, 180_000);

afterAll(() => rig?.stop());

/** A group of its own for each test: its quota, and VMs that are its. */
beforeEach(async () => {
  user = newName();
  const { groupId } = await rig.api.group.create.mutate({ name: user, userIds: [] });
  owner = { kind: "group", id: groupId };
});

const limit = (quota: Partial<Quota>) =>
  rig.api.quota.set.mutate({ subject: owner, quota: { ...noQuota, ...quota } });
const usage = async () => (await rig.api.quota.of.query({ subject: owner })).used;

async function begin(name: string, of: Subject | null = owner) {
  const wish = { hostId, request: { source: specification(name) }, owner: of };
  const { plan } = await rig.api.create.plan.mutate(wish);
  if (plan.refusal !== null) throw new Error(plan.refusal);
  return { plan, ...(await rig.api.create.run.mutate({ ...wish, fingerprint: plan.fingerprint })) };
}

async function made(name = newName(), of: Subject | null = owner) {
  const { jobId, vmId } = await begin(name, of);
  expect(await rig.world.jobEnded(jobId)).toMatchObject({ state: "done", problem: null });
  await rig.known(name);
  return { hostId, vmId };
}

test("the plan tells what is used, the job makes the VM its owner's, and a deleted VM leaves its place", async () => {
  await limit({ vms: 1, vcpus: 4, memoryBytes: 128 * mebibyte, diskBytes: 16 * mebibyte, cards: 0 });
  const { plan, jobId, vmId } = await begin(newName());
  expect(plan.steps.map(({ title }) => title)).toContain(`Make ${user} its owner`);
  expect(plan.quotas).toEqual([
    `${user}: 0 of 1 VMs used; this takes 1`,
    `${user}: 0 of 4 vCPUs used; this takes 1`,
    `${user}: 0 GiB of 128 MiB memory used; this takes 64 MiB`,
    `${user}: 0 GiB of 16 MiB disk used; this takes 16 MiB`,
  ]);
  await rig.world.jobEnded(jobId);
  const taken = { vms: 1, vcpus: 1, memoryBytes: 64 * mebibyte, diskBytes: 16 * mebibyte, cards: 0 };
  expect(await usage()).toEqual(taken);
  await expect(begin(newName())).rejects.toThrow(
    `the quota of the group ${user} allows. VMs: the limit is 1, 1 used, and this takes 1. Memory`.slice(
      0,
      -8,
    ),
  );
  const vm = { hostId, vmId };
  await vi.waitUntil(() => rig.api.vm.xml.query(vm).catch(() => null), patience);
  const { fingerprint } = await rig.api.vm.planDelete.mutate({ ...vm, deleteDisks: [] });
  const deletion = await rig.api.vm.delete.mutate({ ...vm, deleteDisks: [], fingerprint });
  await rig.world.jobEnded(deletion.jobId);
  expect(await usage()).toMatchObject({ vms: 0, diskBytes: 0 });
  await made();
});

test("of VMs that are made at once as many are made as the quota allows", async () => {
  await limit({ vms: 2 });
  const before = await rig.volumes();
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => begin(newName())));
  const begun = all.filter((one) => one.status === "fulfilled");
  expect(begun).toHaveLength(2);
  for (const one of all)
    if (one.status === "rejected") expect(String(one.reason)).toContain("VMs: the limit is 2, ");
  for (const { value } of begun)
    expect(await rig.world.jobEnded(value.jobId)).toMatchObject({ state: "done" });
  expect(await usage()).toMatchObject({ vms: 2 });
  expect(await rig.volumes()).toHaveLength(before.length + 2);
});

test("vCPUs and disks of a VM that is somebody's grow as far as their quota allows, whoever asks", async () => {
  await limit({ vcpus: 2, diskBytes: 48 * mebibyte });
  const name = newName();
  const vm = await made(name);
  const { xml: text, id: base } = (await rig.api.definition.get.query(vm)) ?? expect.unreachable();
  const xml = text.replace(/<topology[^>]*>/, "");
  const save = (vcpus: number) =>
    rig.api.definition.save.mutate({ ...vm, xml: xml.replace(/(<vcpu[^>]*>)1</, `$1${vcpus}<`), base });
  await expect(save(3)).rejects.toThrow("vCPUs: the limit is 2, 1 used, and this takes 2");
  expect(await save(2)).toMatchObject({ saved: true });
  const volume = { hostId, pool: "disks", volume: `${name}.qcow2`, shrink: false };
  const resize = async (size: number) => {
    const wish = { ...volume, capacityBytes: size * mebibyte };
    const { refusal, fingerprint } = await rig.api.storage.planResizeVolume.query(wish);
    if (refusal !== null) return refusal;
    const { jobId } = await rig.api.storage.resizeVolume.mutate({ ...wish, fingerprint });
    return (await rig.world.jobEnded(jobId)).state;
  };
  expect(await resize(64)).toContain("Disk: the limit is 48 MiB, 16 MiB used, and this takes 48 MiB");
  expect(await resize(32)).toBe("done");
  const add = (bytes: number) => {
    const newVolume = { pool: "disks", volume: `${name}-b.qcow2`, bytes, format: "qcow2" as const };
    const values = {
      ...deviceForm("disk").fresh,
      type: "volume",
      file: null,
      pool: "disks",
      volume: newVolume.volume,
    };
    return rig.api.hardware.plan.mutate({
      ...vm,
      edit: { act: "add", kind: "disk", values, newVolume },
      alsoLive: false,
    });
  };
  expect(await add(32 * mebibyte)).toMatchObject({
    refusal: expect.stringContaining("Disk: the limit is 48 MiB, 32 MiB used, and this takes 32 MiB"),
  });
  expect(await add(16 * mebibyte)).toMatchObject({
    refusal: null,
    quotas: [`${user}: 32 MiB of 48 MiB disk used; this takes 16 MiB`],
  });
});

test("a VM is handed over where the quota of who gets it allows it, and counts for them then", async () => {
  await limit({ diskBytes: 8 * mebibyte });
  const vm = await made(newName(), null);
  const hand = () => rig.api.share.set.mutate({ ...vm, subject: owner, level: "owner" });
  await expect(hand()).rejects.toThrow("Disk: the limit is 8 MiB, 0 GiB used, and this takes 16 MiB");
  await rig.api.share.set.mutate({ ...vm, subject: owner, level: "operator" });
  expect(await usage()).toMatchObject({ vms: 0 });
  await limit({ diskBytes: 16 * mebibyte });
  await hand();
  expect(await usage()).toMatchObject({ vms: 1, diskBytes: 16 * mebibyte });
});

test("who may not share a VM makes none that is somebody's: an API key, of whatever role", async () => {
  const { key } = await rig.api.account.createKey.mutate({ name: newName(), role: "admin", days: 1 });
  const ask = (of: Subject | null) =>
    fetch(`${rig.world.origin}/api/v1/hosts/${hostId}/vms/plan`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ request: { source: specification(newName()) }, owner: of }),
    });
  expect([(await ask(owner)).status, (await ask(null)).status]).toEqual([403, 200]);
  const read = await fetch(`${rig.world.origin}/api/v1/quotas`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const { items } = (await read.json()) as { items: { name: string }[] };
  expect(items.map(({ name }) => name)).toContain(user);
});

test("a clone takes as much disk as what it is copied from", async () => {
  await limit({ diskBytes: 15 * mebibyte });
  const { vmId } = await made(newName(), null);
  const request = { source: { kind: "clone" as const, vmId, name: newName() } };
  const { plan } = await rig.api.create.plan.mutate({ hostId, request, owner });
  expect(plan.refusal).toContain("Disk: the limit is 15 MiB, 0 GiB used, and this takes 16 MiB");
  expect(plan.steps).toEqual([]);
});
