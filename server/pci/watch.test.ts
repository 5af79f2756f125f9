import { describe, expect, it } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import type { HostTree } from "../host/host-tree";
import { treeOfEntries } from "../host/tree.test-data";
import { createHostReportSource } from "./watch";

/** A tree that counts its reports (each begins with a look at the group folder) and can be made to fail. */
async function countedTree() {
  const tree = await treeOfEntries(hostTreeEntries(xeonE3));
  const state = { reports: 0, isBroken: false };
  const counted: HostTree = {
    ...tree,
    readMany: (batch) => {
      if (batch.folders !== undefined) state.reports += 1;
      return state.isBroken ? Promise.reject(new Error("away")) : tree.readMany(batch);
    },
  };
  return { state, source: createHostReportSource(counted) };
}

describe("createHostReportSource", () => {
  it("reads once, however often it is asked for the current report", async () => {
    const { state, source } = await countedTree();
    const reports = await Promise.all([source.current(), source.current(), source.current()]);
    expect(reports[1]).toBe(reports[0]);
    expect(await source.current()).toBe(reports[0]);
    expect(state.reports).toBe(1);
  });

  it("reads again when told to, and keeps that", async () => {
    const { state, source } = await countedTree();
    const first = await source.current();
    const second = await source.refresh();
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
    expect(await source.current()).toBe(second);
    expect(state.reports).toBe(2);
  });

  it("begins anew for a refresh that comes while it reads, once for all of them", async () => {
    const { state, source } = await countedTree();
    const running = source.refresh();
    const later = [source.refresh(), source.refresh(), source.refresh()];
    const [first, ...others] = await Promise.all([running, ...later]);
    expect(new Set(others).size).toBe(1);
    expect(others[0]).not.toBe(first);
    expect(state.reports).toBe(2);
  });

  it("goes on after a failure, with the last report kept", async () => {
    const { state, source } = await countedTree();
    const first = await source.current();
    state.isBroken = true;
    await expect(source.refresh()).rejects.toThrow("away");
    expect(await source.current()).toBe(first);
    state.isBroken = false;
    expect(await source.refresh()).toEqual(first);
  });

  it("gives the reading after a failed one its own try", async () => {
    const { state, source } = await countedTree();
    state.isBroken = true;
    const failing = source.refresh();
    const next = source.refresh();
    state.isBroken = false;
    await expect(failing).rejects.toThrow("away");
    expect((await next).devices).toHaveLength(4);
  });
});
