import { setImmediate as nextTurn } from "node:timers/promises";
import pino from "pino";
import { expect, test } from "vitest";
import { hostTreeEntries } from "@/e2e/hosts/build-host-tree";
import { xeonE3 } from "@/e2e/hosts/xeon-e3";
import type { HostTree } from "../host/host-tree";
import { treeOfEntries } from "../host/tree.test-data";
import type { HardwareReport } from "../pci/schema";
import { HardwareWatch } from "./hardware-watch";

/** A watch over a tree that reads nothing while its gate is shut. */
async function gatedWatch() {
  const tree = await treeOfEntries(hostTreeEntries(xeonE3));
  let gate: Promise<void> = Promise.resolve();
  let open = () => {};
  const gated: HostTree = { ...tree, readMany: (batch) => gate.then(() => tree.readMany(batch)) };
  const shut = () => {
    gate = new Promise((resolve) => {
      open = resolve;
    });
  };
  return { watch: new HardwareWatch(gated, pino({ level: "silent" })), shut, open: () => open() };
}

function firstReport(watch: HardwareWatch): Promise<{ report: HardwareReport; leave: () => void }> {
  return new Promise((resolve) => {
    const leave = watch.watch((report) => resolve({ report, leave }));
  });
}

test("sends the report to who comes after the last one left in the middle of a reading", async () => {
  const { watch, shut, open } = await gatedWatch();
  const { report, leave } = await firstReport(watch);
  shut();
  watch.refresh();
  leave();
  open();
  // The reading asks for its files one after the other, and each of them takes a turn at most.
  for (let turn = 0; turn < 50; turn += 1) await nextTurn();
  const next = await firstReport(watch);
  next.leave();
  expect(next.report).toBe(report);
});
