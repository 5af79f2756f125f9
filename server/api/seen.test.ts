import { expect, test } from "vitest";
import { aHost, aVm } from "@/components/fleet/sample.test-data";
import type { Who } from "../access/can";
import { keyOf } from "../access/object.schema";
import { onHost, onVm } from "../access/objects-of";
import type { FleetMessage } from "../fleet/schema";
import { seenFleet, seenSample } from "./seen";

const own = aVm({ hostId: "a", id: "0d6a5e1c-0000-4000-8000-000000000001" });
const others = aVm({ hostId: "a", id: "0d6a5e1c-0000-4000-8000-000000000002" });
/** Sees one VM, and its host. */
const guest: Who = {
  level: "member",
  user: { id: "1", name: "ada", level: "member" },
  shared: new Map([
    [keyOf(onVm({ hostId: own.hostId, vmId: own.id })), "viewer"],
    [keyOf(onHost({ hostId: own.hostId })), "viewer"],
  ]),
};
const all: Who = { level: "viewer", user: { id: "2", name: "bob", level: "viewer" } };

function told(who: Who, messages: readonly FleetMessage[]): FleetMessage[] {
  const heard: FleetMessage[] = [];
  const listener = seenFleet(who, (message) => heard.push(message));
  for (const message of messages) listener(message);
  return heard;
}

const delta = (sequence: number, vms: (typeof own)[], removed: (typeof own)[] = []): FleetMessage => ({
  type: "delta",
  sequence,
  hosts: [],
  vms,
  removedHosts: [],
  removed: removed.map(({ hostId, id }) => ({ hostId, id })),
});
const messages: FleetMessage[] = [
  { type: "snapshot", sequence: 7, hosts: [], vms: [own, others] },
  delta(8, [others]),
  delta(9, [own, others]),
  delta(10, [], [others]),
  delta(11, [], [own]),
];

test("a viewer is told of what they may see, and numbers show no gap for the rest", () => {
  expect(told(guest, messages)).toEqual([
    { type: "snapshot", sequence: 0, hosts: [], vms: [own] },
    delta(1, [own]),
    delta(2, [], [own]),
  ]);
});

test("who sees a host for their VMs alone is told why it is in maintenance, and not by whom", () => {
  const host = aHost({ id: "a", maintenance: { reason: "a new fan", since: 1, by: "bob" } });
  const snapshot: FleetMessage = { type: "snapshot", sequence: 1, hosts: [host], vms: [] };
  const seen = (who: Who) => told(who, [snapshot])[0]?.hosts[0]?.maintenance;
  expect(seen(guest)).toEqual({ reason: "a new fan", since: 1, by: null });
  expect(seen(all)).toEqual(host.maintenance);
});

test("who sees all is told all", () => {
  expect(told(all, messages).map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
});

test("figures are those of VMs that the viewer may see", () => {
  const usage = {
    cpu: 0,
    memoryBytes: 0,
    diskReadRate: 0,
    diskWriteRate: 0,
    networkReceiveRate: 0,
    networkSendRate: 0,
  };
  const sample = { hostId: "a", at: 1, host: null, vms: { [own.id]: usage, [others.id]: usage }, gone: [] };
  expect(Object.keys(seenSample(guest, sample).vms)).toEqual([own.id]);
  expect(seenSample(guest, { ...sample, gone: [others.id, own.id] }).gone).toEqual([own.id]);
});
