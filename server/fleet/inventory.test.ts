import { beforeEach, describe, expect, test } from "vitest";
import { readDefinition } from "../domain/definition";
import { Inventory } from "./inventory";
import { buildRecord, type VmRecord } from "./read-vm";
import type { FleetMessage, HostSummary, VmState } from "./schema";

const host = (change: Partial<HostSummary> = {}): HostSummary => ({
  id: "local",
  name: "local",
  uri: "test:///default",
  connection: "connected",
  problem: null,
  lastSeen: 1,
  libvirtVersion: null,
  hypervisor: null,
  cpuModel: null,
  cpus: 1,
  memoryBytes: 1,
  networks: [],
  pools: [],
  filesProblem: null,
  maintenance: null,
  cluster: null,
  demo: false,
  ...change,
});

function record(number: number, state: VmState): VmRecord {
  const uuid = Buffer.alloc(16, number);
  const xml = `<domain><name>vm${number}</name></domain>`;
  const facts = {
    state,
    persistent: true,
    autostart: false,
    hasSavedState: false,
    addresses: [],
    balloonBytes: null,
  };
  return buildRecord("local", { name: `vm${number}`, uuid, id: -1 }, { xml }, facts, undefined);
}

const idOf = (number: number) => record(number, "off").summary.id;

describe("the inventory", () => {
  let inventory: Inventory;
  let told: FleetMessage[];

  beforeEach(() => {
    inventory = new Inventory();
    told = [];
  });

  test("tells a newcomer everything at once, as a snapshot", () => {
    inventory.putHost(host());
    inventory.putVm(record(1, "off"));
    inventory.watch((message) => told.push(message));
    expect(told).toMatchObject([{ type: "snapshot", hosts: [{ id: "local" }], vms: [{ name: "vm1" }] }]);
  });

  test("sends what changed in one turn as one delta, gaplessly numbered", async () => {
    inventory.putVm(record(1, "off"));
    inventory.watch((message) => told.push(message));
    inventory.putVm(record(1, "running"));
    inventory.putVm(record(2, "off"));
    await Promise.resolve();
    inventory.removeVm("local", idOf(2));
    await Promise.resolve();
    const start = told[0]?.sequence ?? Number.NaN;
    expect(told.slice(1)).toMatchObject([
      { type: "delta", sequence: start + 1, vms: [{ state: "running" }, { name: "vm2" }], removed: [] },
      { type: "delta", sequence: start + 2, vms: [], removed: [{ id: idOf(2) }] },
    ]);
  });

  test("says nothing of what did not change", async () => {
    inventory.putHost(host());
    inventory.putVm(record(1, "off"));
    inventory.watch((message) => told.push(message));
    inventory.putVm(record(1, "off"));
    inventory.putHost(host({ lastSeen: 99 }));
    inventory.removeVm("local", idOf(7));
    await Promise.resolve();
    expect(told).toHaveLength(1);
    expect(inventory.host("local")?.lastSeen).toBe(99);
  });

  test("tells nobody who left", async () => {
    inventory.watch((message) => told.push(message))();
    inventory.putVm(record(1, "off"));
    await Promise.resolve();
    expect(told).toHaveLength(1);
  });

  test("parses a definition anew only when the XML is another", () => {
    const before = record(1, "off");
    const after = buildRecord("local", before.handle, before, before.facts, before);
    expect(after.definition).toBe(before.definition);
    expect(after.definition).toEqual(readDefinition(before.xml));
  });
});
