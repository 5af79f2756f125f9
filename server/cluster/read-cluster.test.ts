import { expect, test } from "vitest";
import { able, unable } from "../host/ability";
import { ha1, nodeFiles, recordedFacts, recordedNode } from "./cluster.test-data";
import { findNeeds } from "./find-needs";
import { readCluster } from "./read-cluster";

test("a healthy cluster is told with its nodes, votes, fencing and VMs", async () => {
  const facts = await recordedFacts("healthy");
  expect(facts).toMatchObject({
    name: "trial",
    version: "2.1.5-a3f44794f94",
    ownNode: "host-a",
    quorate: true,
    quorum: { expected: 3, present: 3, needed: 2 },
    fencing: true,
    watchdog: false,
    unfenced: [],
    failures: [],
    fencingHistory: [],
    pinned: [],
    unread: [],
  });
  expect(facts.nodes.map(({ name, online, standby }) => [name, online, standby])).toEqual([
    ["host-a", true, false],
    ["host-b", true, false],
    ["host-c", true, false],
  ]);
  expect(facts.resources.map(({ id, kind, role }) => [id, kind, role])).toEqual([
    ["fence-a", "fencing", "Started"],
    ["fence-b", "fencing", "Started"],
    ["fence-c", "fencing", "Started"],
    ["vm-ha1", "vm", "Started"],
  ]);
  expect(facts.resources.at(-1)?.vm).toEqual({
    file: "/srv/cluster/vms/ha1.xml",
    name: "ha1",
    uuid: ha1,
    problem: null,
    migrates: true,
  });
});

test("failures, standby and what does not run are told", async () => {
  const facts = await recordedFacts("failed");
  expect(facts.nodes.filter(({ standby }) => standby).map(({ name }) => name)).toEqual(["host-c"]);
  expect(facts.failures).toContainEqual({
    resource: "vm-broken",
    task: "start",
    node: "host-a",
    reason: "not installed: environment is invalid, resource considered stopped",
    at: expect.any(Number),
  });
  expect(facts.failures.map(({ resource, task }) => `${resource} ${task}`)).toContain("vm-ha1 migrate_to");
  const broken = facts.resources.find(({ id }) => id === "vm-broken");
  expect(broken).toMatchObject({ role: "Stopped", nodes: [], vm: { name: null, migrates: false } });
  expect(broken?.vm?.problem).toBe("There is no file /var/lib/libvirt/cluster/broken.xml on this host.");
});

test("a node whose power was cut is unclean, then fenced; what it ran runs elsewhere", async () => {
  const [cut, fenced] = [await recordedFacts("unclean"), await recordedFacts("fenced")];
  const isUnclean = ({ nodes }: typeof cut) => nodes.filter(({ unclean }) => unclean).map(({ name }) => name);
  expect(isUnclean(cut)).toEqual(["host-b"]);
  expect(cut.fencingHistory).toEqual([]);
  expect(isUnclean(fenced)).toEqual([]);
  expect(fenced.fencingHistory).toMatchObject([
    { action: "reboot", node: "host-b", state: "success", reason: null },
  ]);
  const where = ({ resources }: typeof cut) => resources.find(({ id }) => id === "vm-ha1")?.nodes;
  expect([where(cut), where(fenced)]).toEqual([["host-b"], [expect.stringMatching("host-[ac]")]]);
});

test("a part without quorum tells its votes, though its tool ends with a status of failure", async () => {
  const facts = await recordedFacts("no-quorum");
  expect(facts).toMatchObject({
    quorate: false,
    quorum: { expected: 3, present: 1, needed: 2 },
    fencing: false,
  });
  expect(facts.unread).toEqual([]);
});

const gone = { status: null, output: "", errors: "spawn crm_mon ENOENT" };
const denied = {
  status: 4,
  output: `<pacemaker-result api-version="2.25" request="crm_mon --output-as=xml"><status code="4" message="Insufficient privileges"><errors><error>crm_mon: Connection to cluster failed: Permission denied</error></errors></status></pacemaker-result>`,
  errors: "",
};

test.each([
  { name: "without its tools", others: { crm_mon: gone }, kind: "none" },
  {
    name: "over ssh without its tools",
    others: { crm_mon: { ...gone, status: 127, errors: "" } },
    kind: "none",
  },
  { name: "that may not be asked", others: { crm_mon: denied }, kind: "unread" },
  {
    name: "whose tool says nonsense",
    others: { crm_mon: { status: 0, output: "hello", errors: "" } },
    kind: "unread",
  },
  {
    name: "whose tool tells of no cluster",
    others: { crm_mon: { status: 0, output: "<a/>", errors: "" } },
    kind: "unread",
  },
  {
    name: "whose tool hangs",
    others: { crm_mon: { ...gone, errors: "crm_mon did not end within 20 s" } },
    kind: "unread",
  },
])("a host $name is $kind", async ({ others, kind }) => {
  expect(await readCluster(await recordedNode("healthy", { others }))).toMatchObject({ kind });
});

test("who may not ask is told why, and what to do", async () => {
  const reading = await readCluster(await recordedNode("healthy", { others: { crm_mon: denied } }));
  expect(reading).toEqual({
    kind: "unread",
    asked: true,
    problem: "crm_mon: crm_mon: Connection to cluster failed: Permission denied",
    fix: expect.stringContaining("haclient"),
  });
});

test("what single tools do not tell is said, and the rest is told", async () => {
  const failed = { status: 1, output: "", errors: "Cannot initialize CMAP service" };
  const reading = await readCluster(
    await recordedNode("healthy", {
      others: { "corosync-quorumtool": failed, cibadmin: denied, crm_node: gone },
    }),
  );
  expect(reading).toMatchObject({
    kind: "running",
    facts: {
      quorum: null,
      ownNode: null,
      unfenced: null,
      unread: [
        expect.stringContaining("Permission denied"),
        "corosync-quorumtool: Cannot initialize CMAP service.",
        "There is no crm_node on the host.",
      ],
    },
  });
});

test("a node whose pacemaker does not run is told from a host that is none", async () => {
  const packaged = { "etc/corosync/corosync.conf": "nodelist {\n node {\n  ring0_addr: 127.0.0.1\n }\n}\n" };
  expect(await readCluster(await recordedNode("stopped", { files: packaged }))).toEqual({ kind: "none" });
  expect(await readCluster(await recordedNode("stopped", { files: {} }))).toEqual({ kind: "none" });
  expect(await readCluster(await recordedNode("stopped"))).toMatchObject({ kind: "stopped", vms: null });
  const cib = `<cib><configuration><resources><primitive id="vm-ha1" class="ocf" provider="heartbeat" type="VirtualDomain"><instance_attributes><nvpair name="config" value="/srv/cluster/vms/ha1.xml"/></instance_attributes></primitive></resources></configuration></cib>`;
  const files = { ...nodeFiles, "var/lib/pacemaker/cib/cib.xml": cib };
  expect(await readCluster(await recordedNode("stopped", { files }))).toMatchObject({
    kind: "stopped",
    problem: expect.stringContaining("Connection refused"),
    vms: [{ resource: "vm-ha1", vm: { name: "ha1", uuid: ha1 } }],
  });
});

test("a host on which no program can be run is not taken for one without a cluster", async () => {
  const machine = { tools: unable("Passdeck runs no programs on atlas."), files: unable("no files") };
  expect(await readCluster(machine)).toMatchObject({ kind: "unread", asked: false });
});

test("what a host needs for a cluster is looked for one by one", async () => {
  const states = async (files: Record<string, string>) => {
    const needs = await findNeeds(await recordedNode("stopped", { files }));
    return needs.map(({ state }) => state);
  };
  expect(await states({ "etc/hostname": "atlas" })).toEqual([
    "missing",
    "missing",
    "missing",
    "missing",
    "missing",
    "unknown",
    "unknown",
  ]);
  const whole = {
    ...nodeFiles,
    "usr/sbin/corosync": "",
    "usr/sbin/pacemakerd": "",
    "usr/sbin/fence_ipmilan": "",
    "usr/lib/ocf/resource.d/heartbeat/VirtualDomain": "",
    "proc/mounts": "nas:/vms /srv/cluster nfs4 rw 0 0\n",
    "root/.ssh/id_ed25519": "",
  };
  expect(await states(whole)).toEqual(["there", "there", "there", "there", "there", "there", "unknown"]);
  const [blind] = await findNeeds({ tools: able({ run: async () => gone }), files: unable("no files") });
  expect(blind).toMatchObject({ state: "unknown", detail: "no files" });
});
