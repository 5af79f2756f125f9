import { expect, test } from "vitest";
import type { ClusterFacts } from "../cluster.schema";
import { ha1, recordedFacts } from "../cluster.test-data";
import type { RecordedState } from "../testing/recorded-tools";
import { findInCluster } from "./find-in-cluster";
import type { KnownHost, KnownVm } from "./vm-findings";

const nothingThere: KnownHost = { vms: [] };
const vm: KnownVm = {
  id: ha1,
  name: "ha1",
  state: "running",
  persistent: false,
  autostart: false,
  hangs: false,
};

const found = async (
  state: RecordedState,
  host = nothingThere,
  change: (facts: ClusterFacts) => void = () => {},
) => {
  const facts = structuredClone(await recordedFacts(state));
  change(facts);
  return findInCluster(facts, host).map(({ weight, message }) => `${weight}: ${message}`);
};
const saying = (text: string) => expect.arrayContaining([expect.stringContaining(text)]);
/** On which node the VM is. */
const on = (node: string) => (facts: ClusterFacts) => {
  for (const resource of facts.resources) if (resource.kind === "vm") resource.nodes = [node];
};

test("nothing is found in a healthy cluster", async () => {
  expect(await found("healthy", nothingThere, on("host-b"))).toEqual([]);
  expect(await found("healthy", { vms: [vm] }, on("host-a"))).toEqual([]);
});

test("what failed is found, the worst first", async () => {
  const all = await found("failed");
  expect(all[0]).toContain("fail: vm-broken runs nowhere. Its start on host-");
  expect(all).toEqual(saying("note: host-c is in standby"));
  expect(all).toEqual(saying("warn: It is not known which VM vm-broken is."));
  expect(all).toEqual(saying("note: vm-broken does not migrate"));
});

test("a node that was cut off, one that is away, and a part without quorum are found", async () => {
  expect(await found("unclean")).toEqual(saying("fail: host-b is unclean"));
  expect(await found("fenced")).toEqual(saying("warn: host-b is not in the cluster"));
  expect(await found("no-quorum")).toEqual(
    saying(
      "fail: This part of the cluster has no quorum: 1 of 3 votes are here, and 2 are needed. Until it has, pacemaker stops",
    ),
  );
});

test("a cluster that does not fence, or not every node, is found", async () => {
  expect(await found("fencing-off")).toEqual(saying("fail: Fencing is switched off."));
  expect(await found("healthy", nothingThere, (facts) => (facts.unfenced = ["host-b"]))).toEqual(
    saying("fail: No fencing device is for host-b."),
  );
  const withoutDevices = (facts: ClusterFacts) =>
    (facts.resources = facts.resources.filter(({ kind }) => kind !== "fencing"));
  expect(await found("healthy", nothingThere, withoutDevices)).toEqual(
    saying("fail: There is no fencing device."),
  );
  const event = { action: "reboot", node: "host-b", by: "host-a", reason: "No such device", at: 2 };
  expect(
    await found("healthy", nothingThere, (facts) => {
      facts.fencingHistory = [
        { ...event, state: "failed" },
        { ...event, state: "success", at: 1 },
      ];
    }),
  ).toEqual(saying("fail: Fencing host-b (reboot, asked for by host-a) failed: No such device."));
});

test("what pacemaker does not see is found: libvirt that is down, a QEMU that hangs, a paused guest", async () => {
  expect(await found("healthy", { vms: null })).toEqual(saying("fail: libvirt on host-a does not answer"));
  expect(await found("healthy", { vms: [{ ...vm, hangs: true }] }, on("host-a"))).toEqual(
    saying("fail: ha1 hangs: its QEMU does not answer libvirt."),
  );
  expect(await found("healthy", { vms: [{ ...vm, state: "paused" }] }, on("host-a"))).toEqual(
    saying("warn: ha1 is paused"),
  );
});

test("libvirt and pacemaker that tell otherwise of a VM are found", async () => {
  expect(await found("healthy", nothingThere, on("host-a"))).toEqual(
    saying("warn: Pacemaker says that vm-ha1 runs on host-a, and libvirt has it not running there."),
  );
  expect(await found("healthy", { vms: [vm] }, on("host-b"))).toEqual(
    saying("fail: ha1 runs on host-a, where the cluster does not"),
  );
  const defined = { ...vm, state: "off", persistent: true, autostart: true };
  expect(await found("healthy", { vms: [defined] }, on("host-b"))).toEqual(
    saying("warn: ha1 is also defined in libvirt on host-a and starts with it"),
  );
  const twice = (facts: ClusterFacts) => {
    for (const resource of facts.resources) if (resource.kind === "vm") resource.nodes = ["host-b", "host-c"];
  };
  expect(await found("healthy", nothingThere, twice)).toEqual(
    saying("fail: vm-ha1 runs on host-b and host-c at once."),
  );
});

test("what somebody does by hand is told: maintenance, a move, a resource that nobody manages", async () => {
  expect(
    await found("healthy", nothingThere, (facts) => {
      facts.maintenance = true;
      facts.pinned = ["vm-ha1"];
    }),
  ).toEqual([
    expect.stringContaining("warn: The cluster is in maintenance"),
    expect.stringContaining("note: A move by hand"),
  ]);
  const unmanaged = (facts: ClusterFacts) => {
    for (const resource of facts.resources) resource.managed = resource.kind !== "vm";
  };
  expect(await found("healthy", nothingThere, unmanaged)).toEqual(saying("warn: vm-ha1 is unmanaged"));
});
