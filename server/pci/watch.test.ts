import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import type { HostTree } from "../host/host-tree";
import { treeOfEntries } from "../host/tree.test-data";
import { createHostReportSource } from "./watch";

const card = "sys/devices/pci0000:00/0000:00:01.0/0000:01:00.0";

/** A source over a tree that counts whole reports (they alone ask for the CPU), fails when told to, and has a clock by hand. */
async function countedSource() {
  const tree = await treeOfEntries(hostTreeEntries(xeonE3));
  const state = { reports: 0, failures: 0, now: 0 };
  const counted: HostTree = {
    ...tree,
    readMany: (batch) => {
      if (batch.texts?.includes("proc/cpuinfo")) state.reports += 1;
      if (state.failures === 0) return tree.readMany(batch);
      state.failures -= 1;
      return Promise.reject(new Error("away"));
    },
  };
  return { state, root: tree.name, source: createHostReportSource(counted, undefined, () => state.now) };
}

describe("createHostReportSource", () => {
  test("reads once, however often it is asked for the current report", async () => {
    const { state, source } = await countedSource();
    const reports = await Promise.all([source.current(), source.current(), source.current()]);
    expect(reports[1]).toBe(reports[0]);
    expect(await source.current()).toBe(reports[0]);
    expect(state.reports).toBe(1);
  });

  test("keeps the report while devices, drivers and groups stay", async () => {
    const { state, source } = await countedSource();
    const first = await source.refresh();
    expect(await source.refresh()).toBe(first);
    expect(state.reports).toBe(1);
  });

  test("sees a device go to another driver, and from all", async () => {
    const { root, source } = await countedSource();
    const driverOfCard = async () =>
      (await source.refresh()).devices.find(({ address }) => address === card.slice(-12))?.driver;
    expect(await driverOfCard()).toBe("nouveau");
    rmSync(join(root, card, "driver"));
    expect(await driverOfCard()).toBeNull();
    symlinkSync("../../../../bus/pci/drivers/vfio-pci", join(root, card, "driver"));
    expect(await driverOfCard()).toBe("vfio-pci");
  });

  test("sees a device come", async () => {
    const { root, source } = await countedSource();
    expect((await source.refresh()).devices).toHaveLength(4);
    mkdirSync(join(root, "sys/bus/pci/devices/0000:09:00.0"));
    expect((await source.refresh()).unreadable).toHaveLength(1);
  });

  test("reads the rest again after a minute, and hands out the last report where that says the same", async () => {
    const { state, root, source } = await countedSource();
    const first = await source.refresh();
    state.now = 59_999;
    expect(await source.refresh()).toBe(first);
    expect(state.reports).toBe(1);
    state.now = 60_000;
    expect(await source.refresh()).toBe(first);
    expect(state.reports).toBe(2);
    writeFileSync(join(root, card, "reset_method"), "bus\n");
    state.now = 120_000;
    expect((await source.refresh()).devices[2]?.resetMethods).toEqual(["bus"]);
  });

  test("sees a change of mounts, but for them alone reads no more often than every five seconds", async () => {
    const { state, root, source } = await countedSource();
    const first = await source.refresh();
    mkdirSync(join(root, "proc/self"));
    writeFileSync(join(root, "proc/self/mountinfo"), "1 1 8:1 / / rw - ext4 /dev/sda1 rw\n");
    state.now = 4_999;
    expect(await source.refresh()).toBe(first);
    expect(state.reports).toBe(1);
    state.now = 5_000;
    await source.refresh();
    expect(state.reports).toBe(2);
  });

  test("begins anew for a refresh that comes while it reads, once for all of them", async () => {
    const { root, source } = await countedSource();
    await source.current();
    const running = source.refresh();
    rmSync(join(root, card, "driver"));
    const later = await Promise.all([source.refresh(), source.refresh(), source.refresh()]);
    expect(new Set(later).size).toBe(1);
    expect(later[0]?.devices[2]?.driver).toBeNull();
    await running;
  });

  test("goes on after a failure, with the last report kept", async () => {
    const { state, source } = await countedSource();
    const first = await source.current();
    state.failures = 1;
    await expect(source.refresh()).rejects.toThrow("away");
    expect(await source.current()).toBe(first);
    expect(await source.refresh()).toBe(first);
  });

  test("gives the reading after a failed one its own try", async () => {
    const { state, source } = await countedSource();
    state.failures = 1;
    const failing = source.refresh();
    const next = source.refresh();
    await expect(failing).rejects.toThrow("away");
    expect((await next).devices).toHaveLength(4);
  });
});
