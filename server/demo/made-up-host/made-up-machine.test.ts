import { beforeEach, describe, expect, test } from "vitest";
import { readRom } from "../../domain/rom/read-rom";
import { need } from "../../host/ability";
import { folderTree } from "../../host/folder-tree";
import { temporaryFolder } from "../../host/tree.test-data";
import { readHostReport } from "../../pci/read-host-report";
import { lookAt, PrepareRig } from "../../work/prepare/testing/prepare-rig";
import { bootOf } from "./boot";
import { bootSources } from "./boot-sources";
import { MadeUpMachine } from "./made-up-machine";
import { memoryOf } from "./made-up-memory";

const gpu = "0000:01:00.0";
const audio = "0000:01:00.1";
const iommu = { add: ["intel_iommu=on", "iommu=pt"] };
const all = { ...iommu, vfioAddresses: [gpu, audio], hugePages: { size: "1G", count: 8 } };

let machine: MadeUpMachine;
let rig: PrepareRig;

beforeEach(async () => {
  machine = new MadeUpMachine(temporaryFolder());
  await machine.install();
  const parts = { ...machine.abilities(() => undefined), unchangeable: null };
  rig = new PrepareRig({ root: machine.files.root, parts }, temporaryFolder());
  return () => rig.close();
});

const groups = () => machine.files.names("sys/kernel/iommu_groups").length;
const pages = () => machine.files.text("sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages");
/** What decides how it starts. */
const bootFiles = () =>
  Object.fromEntries(
    Object.entries(lookAt(machine.files.root)).filter(([path]) => /^(?:boot|etc)\//.test(path)),
  );

describe("the made-up host", () => {
  test("is bare when it is new", async () => {
    expect(groups()).toBe(0);
    expect(machine.bus.driverOf(gpu)).toBe("nouveau");
    expect(pages()).toBe("0\n");
    const report = await readHostReport(folderTree(machine.files.root));
    expect(report.checks.find(({ id }) => id === "iommu-kernel")?.status).toBe("fail");
    expect(report.checks.find(({ id }) => id === "iommu-firmware")?.status).toBe("pass");
  });

  test("starts by a change that was applied, which is then verified", async () => {
    await rig.apply(all);
    expect(machine.bus.driverOf(gpu)).toBe("nouveau");
    await machine.boot();
    expect(groups()).toBeGreaterThan(10);
    expect([gpu, audio].map((address) => machine.bus.driverOf(address))).toEqual(["vfio-pci", "vfio-pci"]);
    expect(pages()).toBe("8\n");
    const [change] = (await rig.state()).changes;
    expect(change?.state).toBe("verified");
    await machine.boot();
    expect(machine.bus.driverOf(gpu)).toBe("vfio-pci");
  });

  test("starts as before once the change is taken back, by the same bytes", async () => {
    const before = bootFiles();
    await rig.apply(all);
    await machine.boot();
    await rig.undo((await rig.state()).changes[0]?.id ?? "");
    expect(bootFiles()).toEqual(before);
    await machine.boot();
    expect(machine.bus.driverOf(gpu)).toBe("nouveau");
    expect([groups(), pages()]).toEqual([0, "0\n"]);
    expect((await rig.state()).changes.map(({ state }) => state)).not.toContain("waiting");
  });

  test("starts by a trial once, and is as before at the next start", async () => {
    const before = bootFiles();
    await rig.carryOut(await rig.plan(all, "trial"));
    await machine.boot();
    expect(machine.bus.driverOf(gpu)).toBe("vfio-pci");
    expect(pages()).toBe("8\n");
    const [trial] = (await rig.state()).changes;
    expect(trial?.state).toBe("tried");
    await machine.boot();
    expect(machine.bus.driverOf(gpu)).toBe("nouveau");
    await rig.undo(trial?.id ?? "");
    expect(bootFiles()).toEqual(before);
  });

  test("keeps what was tried", async () => {
    await rig.carryOut(await rig.plan(all, "trial"));
    await machine.boot();
    await rig.carryOut(await rig.planKeep((await rig.state()).changes[0]?.id ?? ""));
    await machine.boot();
    expect([machine.bus.driverOf(gpu), pages()]).toEqual(["vfio-pci", "8\n"]);
  });

  test("leaves a card with its driver where the initial RAM disk was not built anew", async () => {
    await rig.apply(iommu);
    const rules = `KERNEL=="${gpu}", ATTR{driver_override}="vfio-pci"\nKERNEL=="${audio}", ATTR{driver_override}="vfio-pci"\n`;
    machine.files.write("etc/udev/rules.d/10-by-hand.rules", rules);
    await machine.boot();
    // nouveau is loaded in the disk, and the sound's driver is not.
    expect([gpu, audio].map((address) => machine.bus.driverOf(address))).toEqual(["nouveau", "vfio-pci"]);
  });

  test("shows what a host of its kind does: a KVM that opens, ports without ACS, free memory", async () => {
    const { checks } = await readHostReport(need(machine.abilities(() => undefined).files));
    const detailOf = (id: string) => checks.find((check) => check.id === id)?.detail;
    expect(detailOf("kvm-device")).toBe("/dev/kvm opens.");
    expect(detailOf("acs")).toMatch(/^ACS is on at 0 of \d+ ports\./);
    expect(checks.filter(({ detail }) => /record/.test(detail))).toEqual([]);
    const all = { ...iommu, hugePages: { size: "1G", count: 8 } };
    const free = () => memoryOf(machine.files).freeKibibytes;
    const before = free();
    await rig.apply(all);
    await machine.boot();
    expect(before - free()).toBe(8 * 2 ** 20);
  });

  test("has ROMs that are read while they are switched on", async () => {
    const rom = `sys/bus/pci/devices/${gpu}/rom`;
    await expect(machine.bus.read(rom, "base64")).rejects.toMatchObject({ code: "EINVAL" });
    await machine.bus.write(rom, "1");
    const bytes = Buffer.from(await machine.bus.read(rom, "base64"), "base64");
    const report = readRom(bytes, { vendorId: "10de", deviceId: "13c2" });
    expect(report).toMatchObject({ hasUefi: true, fitsCard: true, problems: [] });
    await machine.bus.write(rom, "0");
    await expect(machine.bus.read(rom, "base64")).rejects.toMatchObject({ code: "EINVAL" });
    const none = "sys/bus/pci/devices/0000:00:1c.0/rom";
    await expect(machine.bus.write(none, "1")).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("has cards that are woken, and sleep again", async () => {
    const [control, state] = ["power/control", "power_state"].map(
      (name) => `sys/bus/pci/devices/${gpu}/${name}`,
    );
    await machine.bus.write(control ?? "", "on");
    expect(machine.files.text(state ?? "")).toBe("D0\n");
    await machine.bus.write(control ?? "", "auto");
    expect(machine.files.text(state ?? "")).toBe("D3hot\n");
  });

  test("is new again after a reset", async () => {
    const before = lookAt(machine.files.root);
    await rig.apply(all);
    await machine.boot();
    await machine.install();
    const { "proc/sys/kernel/random/boot_id": _now, ...after } = lookAt(machine.files.root);
    const { "proc/sys/kernel/random/boot_id": _then, ...first } = before;
    expect(after).toEqual(first);
  });
});

test("a start is made of the files alone, whatever runs", async () => {
  const sources = await bootSources(machine.files, machine.packed, machine.devices);
  const once = bootOf(sources);
  await machine.bus.write(`sys/bus/pci/devices/${gpu}/driver/unbind`, gpu);
  expect(bootOf(await bootSources(machine.files, machine.packed, machine.devices))).toEqual(once);
});
