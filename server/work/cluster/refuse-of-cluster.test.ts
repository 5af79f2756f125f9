import { expect, test } from "vitest";
import type { ClusterLook, ClusterReading } from "../../cluster/cluster.schema";
import { ha1, recordedNode } from "../../cluster/cluster.test-data";
import { readCluster } from "../../cluster/read-cluster";
import type { RecordedState } from "../../cluster/testing/recorded-tools";
import type { Services } from "../services";
import { refuseOfCluster } from "./refuse-of-cluster";

const lookOf = (reading: ClusterReading): ClusterLook => ({ reading, findings: [], needs: [] });
const recorded = async (state: RecordedState) => lookOf(await readCluster(await recordedNode(state)));
const none = lookOf({ kind: "none" });

interface World {
  /** What each host's cluster tells; one that throws is away. */
  looks: Record<string, ClusterLook | Error>;
  latest?: Record<string, ClusterLook>;
}

function rooms({ looks, latest = {} }: World): Pick<Services, "clusters" | "fleet"> {
  const clusters = {
    async before(hostId: string) {
      const look = looks[hostId] ?? none;
      if (look instanceof Error) throw look;
      return look;
    },
    latest: Object.entries(latest).map(([hostId, look]) => ({ hostId, look })),
  };
  const names: Record<string, string> = { [ha1]: "ha1", other: "other" };
  const fleet = {
    findVm: (_hostId: string, vmId: string) => {
      const name = names[vmId];
      return name === undefined ? null : { summary: { name } };
    },
    host: (id: string) => ({ machine: { id } }),
  };
  return { clusters, fleet } as unknown as Pick<Services, "clusters" | "fleet">;
}

const act = (world: World, name: string, input: unknown, vmId = ha1, hostId = "atlas") =>
  refuseOfCluster(name, rooms(world), [{ kind: "vm", hostId, vmId }], input).then(
    () => "done",
    ({ userMessage }) => userMessage,
  );
const forceOff = { action: "force-off" };

test("what would work against pacemaker is refused, with its resource and what to do instead", async () => {
  const looks = { atlas: await recorded("healthy") };
  expect(await act({ looks }, "vm.act", forceOff)).toBe(
    "ha1: not done, as a cluster runs it (vm-ha1). Pacemaker would take it for failed and start it again, maybe on another host. Tell the cluster: “crm_resource --resource vm-ha1 --meta --set-parameter target-role --parameter-value Stopped” shuts it down.",
  );
  expect(await act({ looks }, "move.run", {})).toContain("crm_resource --move --resource vm-ha1");
  expect(await act({ looks }, "definition.save", {})).toContain("Change /srv/cluster/vms/ha1.xml");
  expect(await act({ looks }, "vm.act", { action: "pause" })).toBe("done");
  expect(await act({ looks }, "vm.act", forceOff, "other")).toBe("done");
  expect(await act({ looks }, "vm.act", forceOff, "gone")).toBe("done");
});

test("a copy on a host that is no node, or can't be asked, is the cluster's as well", async () => {
  const latest = { atlas: await recorded("fenced") };
  expect(await act({ looks: {}, latest }, "vm.act", { action: "start" }, ha1, "tethys")).toContain(
    "a cluster runs it (vm-ha1)",
  );
  const asked = { kind: "unread", problem: "no programs", fix: "ssh", asked: false } as const;
  const looks = { tethys: lookOf(asked) };
  expect(await act({ looks, latest }, "vm.act", { action: "start" }, ha1, "tethys")).toContain(
    "a cluster runs it",
  );
  expect(await act({ looks, latest }, "vm.act", { action: "start" }, "other", "tethys")).toBe("done");
});

test("a host that is away is judged by what it has told before", async () => {
  const world = { looks: { atlas: new Error("away") }, latest: { atlas: await recorded("healthy") } };
  expect(await act(world, "vm.act", forceOff)).toContain("a cluster runs it");
  expect(await act({ looks: { atlas: new Error("away") } }, "vm.act", forceOff)).toBe("done");
});

test("what is not known is not taken for fine", async () => {
  const unread = lookOf({
    kind: "unread",
    problem: "crm_mon: Permission denied",
    fix: "Join haclient.",
    asked: true,
  });
  expect(await act({ looks: { atlas: unread } }, "vm.act", forceOff)).toBe(
    "ha1: not done, as it is not known whether a cluster runs it. crm_mon: Permission denied. Join haclient.",
  );
  expect(await act({ looks: { atlas: await recorded("stopped") } }, "vm.act", { action: "start" })).toContain(
    "whose pacemaker does not run here",
  );
  expect(await act({ looks: { atlas: unread } }, "vm.act", { action: "pause" })).toBe("done");
});

const maintenance = (look: ClusterLook) =>
  refuseOfCluster(
    "host.beginMaintenance",
    rooms({ looks: { atlas: look } }),
    [{ kind: "host", hostId: "atlas" }],
    {},
  ).then(
    () => "done",
    ({ userMessage }) => userMessage,
  );

test("a node goes into maintenance once it is in standby", async () => {
  const look = structuredClone(await recorded("healthy"));
  expect(await maintenance(look)).toContain("“crm_attribute --node host-a --name standby --update on”");
  if (look.reading.kind !== "running") throw new Error("it runs");
  for (const node of look.reading.facts.nodes) node.standby = true;
  expect(await maintenance(look)).toBe("done");
  expect(await maintenance(none)).toBe("done");
});
