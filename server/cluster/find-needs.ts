import type { HostTree } from "../host/host-tree";
import type { ClusterNeed } from "./cluster.schema";
import { isSetUp } from "./is-set-up";
import type { ClusterMachine } from "./read-cluster";

const packages =
  "Install it on each host: “apt install corosync pacemaker pacemaker-cli-utils resource-agents fence-agents”, or “dnf install pcs pacemaker resource-agents fence-agents-all”.";

/** Where libvirt's pool is, or what a mount says, for storage that several machines have. */
const sharedFileSystems = /^\S+ (\S+) (nfs4?|cifs|ceph|fuse\.glusterfs|glusterfs|gfs2|ocfs2|lustre) /gm;

/** What a host needs to be a node of a cluster that runs VMs, each looked for. Nothing is changed. */
export async function findNeeds({ files: { value: tree, why } }: ClusterMachine): Promise<ClusterNeed[]> {
  if (tree === null) return [{ title: "Files of the host", state: "unknown", detail: why, fix: null }];
  const look = needsOf(tree);
  return Promise.all(
    look.map(async ({ title, find }): Promise<ClusterNeed> => {
      try {
        return { title, ...(await find()) };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { title, state: "unknown", detail: `It could not be looked at: ${detail}`, fix: null };
      }
    }),
  );
}

type Found = Omit<ClusterNeed, "title">;

function needsOf(tree: HostTree): { title: string; find: () => Promise<Found> }[] {
  return [
    { title: "corosync, by which nodes know of each other", find: () => program(tree, "corosync") },
    { title: "pacemaker, which decides what runs where", find: () => program(tree, "pacemakerd") },
    { title: "The resource agent for VMs", find: () => agent(tree) },
    { title: "A fence agent", find: () => fenceAgent(tree) },
    { title: "corosync’s configuration", find: () => configuration(tree) },
    { title: "Storage at the same path on each node", find: () => sharedStorage(tree) },
    { title: "Trust of root in the other hosts, by ssh", find: () => rootsTrust(tree) },
  ];
}

function there(detail: string): Found {
  return { state: "there", detail, fix: null };
}

async function program(tree: HostTree, name: string): Promise<Found> {
  const isThere = (await tree.list("usr/sbin")).includes(name);
  if (isThere) return there(`/usr/sbin/${name} is there.`);
  return { state: "missing", detail: `There is no /usr/sbin/${name}.`, fix: packages };
}

async function agent(tree: HostTree): Promise<Found> {
  const path = "usr/lib/ocf/resource.d/heartbeat";
  if ((await tree.list(path)).includes("VirtualDomain")) return there(`/${path}/VirtualDomain is there.`);
  return { state: "missing", detail: `There is no /${path}/VirtualDomain.`, fix: packages };
}

async function fenceAgent(tree: HostTree): Promise<Found> {
  const agents = (await tree.list("usr/sbin")).filter(
    // These come with pacemaker itself, and cut nobody's power.
    (name) => name.startsWith("fence_") && !["fence_legacy", "fence_watchdog"].includes(name),
  );
  if (agents.length > 0)
    return there(
      `There ${agents.length === 1 ? "is" : "are"} ${listed(agents)} in /usr/sbin. Which fits is told by what can cut each host’s power.`,
    );
  const fix =
    "Install the agent for what can cut this host’s power: fence_ipmilan for a BMC, fence_apc_snmp for a switched outlet, fence_sbd for a shared disk with a watchdog. Without fencing, a VM whose host does not answer can’t be started elsewhere safely.";
  return { state: "missing", detail: "There is no agent for a power switch or a BMC in /usr/sbin.", fix };
}

/** Some names, and how many there are besides. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).join(", ");
  return names.length > 4 ? `${shown} and ${names.length - 4} more` : shown;
}

async function configuration(tree: HostTree): Promise<Found> {
  if (await isSetUp({ value: tree, why: null }))
    return there("/etc/corosync/corosync.conf names other hosts.");
  const fix =
    "Name all nodes, three at least, in /etc/corosync/corosync.conf, make a key with corosync-keygen, and copy both to each node; or have “pcs cluster setup” do that. Then start corosync and pacemaker everywhere.";
  return { state: "missing", detail: "/etc/corosync/corosync.conf names no other host.", fix };
}

async function sharedStorage(tree: HostTree): Promise<Found> {
  const mounts = (await tree.readText("proc/mounts")) ?? "";
  const shared = [...mounts.matchAll(sharedFileSystems)].map(([, path, type]) => `${path} (${type})`);
  if (shared.length > 0)
    return there(
      `${listed(shared)}. The VMs’ disks and definitions have to be there, at the same path on each node.`,
    );
  const fix =
    "Mount a file system that all nodes share, at the same path on each, for the VMs’ disks and definitions. Block devices that all nodes have (iSCSI, Fibre Channel, RBD) serve for disks as well.";
  return {
    state: "unknown",
    detail: "No network or cluster file system is mounted. Shared block devices can’t be told from others.",
    fix,
  };
}

async function rootsTrust(tree: HostTree): Promise<Found> {
  const fix =
    "The resource agent migrates a VM by root’s ssh. As root on each node, try “ssh -o BatchMode=yes OTHER-NODE true” for each other: it has to end without a question.";
  const names = await tree.list("root/.ssh");
  const keys = names.filter((name) => /^id_[a-z0-9_]+$/.test(name));
  if (keys.length === 0) return { state: "unknown", detail: "No key was seen in /root/.ssh.", fix };
  return {
    state: "unknown",
    detail: `/root/.ssh has ${listed(keys)}. Whether the other hosts take it has to be tried.`,
    fix,
  };
}
