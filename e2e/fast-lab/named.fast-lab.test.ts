import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { card, setScene } from "./fast-lab-test";

const run = promisify(execFile);
const scene = setScene();
const name = "any RTX 3090";
const vms = { first: randomUUID(), second: randomUUID() };
type Vm = keyof typeof vms;

let bindings: ReturnType<typeof scene.lab.bindings>;

beforeEach(async () => {
  bindings = scene.lab.bindings();
  const { api } = scene.passdeck;
  await api.named.add.mutate({ hostId: "local", name, note: "", cards: [card.gpu] });
  for (const vm of ["first", "second"] as const) {
    await define(vm);
    await ask(vm, [], [name]);
  }
});

afterEach(async () => {
  for (const vm of ["first", "second"]) {
    await virsh("destroy", vm).catch(() => undefined);
    await virsh("undefine", vm).catch(() => undefined);
  }
  expect(scene.lab.bindings()).toEqual(bindings);
});

test("a VM gets a free card of a name for one start; the next one gets it after it, and its name can't be deleted meanwhile", async () => {
  const { api } = scene.passdeck;
  const saved = await virsh("dumpxml", "first", "--inactive");
  expect(await act("first", "start")).toBeNull();
  expect(await virsh("qemu-monitor-command", "first", "--hmp", "info qtree")).toContain("pci id 10de:2204");
  expect(await virsh("dumpxml", "first", "--inactive")).toBe(saved);
  expect(saved).not.toContain("<hostdev");

  expect(await act("second", "start")).toMatch(
    /No card of “any RTX 3090” is free\..*is with the running VM first\./,
  );
  expect(await api.vm.startProblems.query({ hostId: "local", vmId: vms.second })).toMatchObject([
    { code: "none-free", address: name },
  ]);
  await expect(api.named.remove.mutate({ hostId: "local", name })).rejects.toThrow(/first, second ask for/);

  expect(await act("first", "force-off")).toBeNull();
  expect(await act("second", "start")).toBeNull();
  expect(await virsh("qemu-monitor-command", "second", "--hmp", "info qtree")).toContain("pci id 10de:2204");
  expect(await act("second", "force-off")).toBeNull();

  await ask("first", [name], []);
  await ask("second", [name], []);
  await api.named.remove.mutate({ hostId: "local", name });
  expect(await act("first", "start")).toBeNull();
  expect(await virsh("dumpxml", "first")).not.toContain("<hostdev");
});

test("of two that are started at once for one card, one gets it, and the other is told", async () => {
  const told = await Promise.all([act("first", "start"), act("second", "start")]);
  expect(told.filter((message) => message === null)).toHaveLength(1);
  expect(told.find((message) => message !== null)).toMatch(/No card of “any RTX 3090” is free|in hand|job/);
  await act(told[0] === null ? "first" : "second", "force-off");
});

async function act(vm: Vm, action: "start" | "force-off"): Promise<string | null> {
  const vmIds = [vms[vm]];
  const { results } = await scene.passdeck.api.vm.act.mutate({ hostId: "local", vmIds, action });
  return results[0]?.message ?? null;
}

/** Has a VM ask for other names, as the hardware page does. */
async function ask(vm: Vm, from: string[], to: string[]): Promise<void> {
  const { hardware } = scene.passdeck.api;
  const edit = { act: "named-devices", from, to } as const;
  const request = { hostId: "local", vmId: vms[vm], edit, alsoLive: false };
  const { fingerprint } = await hardware.plan.mutate(request);
  const { jobId } = await hardware.run.mutate({ ...request, fingerprint });
  expect(await scene.passdeck.ended(jobId)).toMatchObject({ state: "done", problem: null });
}

/** Defines a VM without devices, and waits until Passdeck knows of it. */
async function define(vm: Vm): Promise<void> {
  const file = join(tmpdir(), `${vms[vm]}.xml`);
  const os = "<os><type arch='x86_64' machine='q35'>hvm</type></os>";
  await writeFile(
    file,
    `<domain type='qemu'><name>${vm}</name><uuid>${vms[vm]}</uuid><memory unit='MiB'>32</memory>${os}<devices><emulator>${scene.lab.emulator}</emulator></devices></domain>`,
  );
  await virsh("define", file);
  await scene.passdeck.knows(vms[vm]);
}

async function virsh(...words: string[]): Promise<string> {
  return (await run("virsh", ["-q", "-c", scene.lab.libvirtd.uri, ...words])).stdout.trim();
}
