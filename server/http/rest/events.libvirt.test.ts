import { afterAll, beforeAll, expect, test } from "vitest";
import { CreateRig, hostId, newName, specification } from "@/e2e/libvirtd/create-rig";
import { EventReader, type ReadEvent } from "./event-reader.test-data";

/** `/api/v1/events` against the whole server and a real libvirtd: who connects again is told what they missed. */
let rig: CreateRig;
const mine = { name: newName(), vmId: "" };
const other = { name: newName(), vmId: "" };

beforeAll(async () => {
  rig = await CreateRig.start();
  for (const vm of [mine, other]) {
    const { vmId } = await rig.make(specification(vm.name));
    vm.vmId = vmId;
    await rig.known(vm.name);
  }
}, 180_000);

afterAll(() => rig?.stop());

async function makeKey(vms: { hostId: string; vmId: string }[] | null = null): Promise<string> {
  const wish = { name: newName(), role: "operator" as const, days: 1, vms };
  return (await rig.api.account.createKey.mutate(wish)).key;
}

const open = (key: string, lastId?: string) => EventReader.open(rig.world.origin, key, lastId);
const kinds = (events: readonly ReadEvent[]) => events.map(({ event }) => event);
const says = (events: readonly ReadEvent[], text: string) => JSON.stringify(events).includes(text);
const isRunning = (vm: typeof mine) => (events: readonly ReadEvent[]) =>
  events.some(({ event, data }) => {
    const { vms = [] } = data as { vms?: { name: string; state: string }[] };
    return event === "delta" && vms.some(({ name, state }) => name === vm.name && state === "running");
  });

/** Connects, takes all that is told at once, and leaves. @returns where it was. */
async function lastIdOf(key: string): Promise<string> {
  const reader = await open(key);
  expect(kinds(await reader.atOnce())).toEqual(["snapshot", "jobs"]);
  reader.close();
  return reader.lastId;
}

/** Starts and stops VMs, and waits until somebody who watches has seen it. */
async function startAndStop(...vms: (typeof mine)[]): Promise<void> {
  const watcher = await open(await makeKey());
  for (const vm of vms) {
    await rig.virsh("start", vm.name);
    await watcher.until(isRunning(vm));
    await rig.virsh("destroy", vm.name);
  }
  const isOff = (vm: typeof mine) =>
    watcher.events.some(({ event, data }, at) => {
      const { vms: told = [] } = data as { vms?: { name: string; state: string }[] };
      const isBefore = watcher.events.slice(0, at).some((before) => isRunning(vm)([before]));
      return (
        event === "delta" && isBefore && told.some(({ name, state }) => name === vm.name && state === "off")
      );
    });
  await watcher.until(() => vms.every(isOff));
}

test("who was away is told what they missed, in its order and once, and goes on from there", async () => {
  const key = await makeKey();
  const left = await lastIdOf(key);
  await startAndStop(mine);
  const back = await open(key, left);
  const missed = [...(await back.atOnce())];
  expect(kinds(missed)).not.toContain("snapshot");
  expect(kinds(missed)).not.toContain("reset");
  expect(isRunning(mine)(missed)).toBe(true);
  const ids = missed.map(({ lastId }) => Number(lastId.split("-").at(-1)));
  expect(ids).toEqual([...new Set(ids)].sort((one, next) => one - next));
  const started = back.until((events) => isRunning(other)(events));
  await startAndStop(other);
  await started;
  // From the middle the same is told, but for what was had.
  const [first] = missed;
  const again = await (await open(key, first?.lastId)).until((events) => isRunning(other)(events));
  expect(again.slice(0, missed.length - 1)).toEqual(missed.slice(1));
});

test("who missed nothing is told nothing, and that at once", async () => {
  const key = await makeKey();
  const left = await lastIdOf(key);
  const back = await open(key, left);
  expect(await back.atOnce()).toEqual([]);
  expect(back.lastId).toBe(left);
});

test("a key for one VM is told of that one alone, of what it missed as well", async () => {
  const key = await makeKey([{ hostId, vmId: mine.vmId }]);
  const reader = await open(key);
  expect(says(await reader.atOnce(), other.name)).toBe(false);
  reader.close();
  await startAndStop(other, mine);
  const back = await open(key, reader.lastId);
  const missed = await back.atOnce();
  expect(isRunning(mine)(missed)).toBe(true);
  expect(says(missed, other.name) || says(missed, other.vmId)).toBe(false);
});

test("an id of another process, of another's eyes or of none is answered with a reset, and all anew", async () => {
  const wide = await makeKey();
  const narrow = await makeKey([{ hostId, vmId: mine.vmId }]);
  const left = await lastIdOf(wide);
  for (const [key, lastId, reason] of [
    [wide, `${"0".repeat(12)}${left.slice(12)}`, "restarted"],
    [narrow, left, "other-rights"],
    [wide, "7", "unknown-id"],
    [wide, left.replace(/\d+$/, "999999"), "unknown-id"],
  ] as const) {
    const reader = await open(key, lastId);
    const [reset, ...all] = await reader.atOnce();
    // It has no id: who is cut off before the end of what follows is told so again.
    expect(reset).toEqual({ event: "reset", data: { reason }, lastId: "" });
    expect([...kinds(all), says(all, mine.name)]).toEqual(["snapshot", "jobs", true]);
    expect(says(all, other.name)).toBe(key === wide);
    reader.close();
  }
});
