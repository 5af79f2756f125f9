import type { ClusterFacts, ClusterFinding, ClusterResource, ClusterVm } from "../cluster.schema";
import { isVmOf } from "../is-vm-of";

/** What Passdeck knows of a VM by libvirt. */
export interface KnownVm {
  /** Its UUID. */
  id: string;
  name: string;
  /** "running", "paused", "off" … */
  state: string;
  persistent: boolean;
  autostart: boolean;
  /** Its QEMU has not answered libvirt for a while. */
  hangs: boolean;
}

/** What Passdeck knows of the host by its libvirt. */
export interface KnownHost {
  /** Its VMs; null while its libvirt does not answer. */
  vms: readonly KnownVm[] | null;
}

/** Of VMs of the cluster as libvirt has them on the host that was asked, and of what pacemaker does not see there. */
export function vmFindings(facts: ClusterFacts, { vms }: KnownHost): ClusterFinding[] {
  const { ownNode } = facts;
  const pairs = facts.resources.flatMap((resource) =>
    resource.vm === null ? [] : [{ resource, vm: resource.vm }],
  );
  const found = pairs.flatMap(({ resource, vm }) => fileFindings(resource, vm));
  if (ownNode === null || pairs.length === 0) return found;
  if (vms === null) return [...found, noLibvirt(ownNode)];
  return [
    ...found,
    ...pairs.flatMap(({ resource, vm }) =>
      libvirtFindings(ownNode, resource, vms.find((known) => isVmOf(vm, resource.id, known)) ?? null),
    ),
  ];
}

function fileFindings({ id }: ClusterResource, { problem, migrates }: ClusterVm): ClusterFinding[] {
  const found: ClusterFinding[] = [];
  if (problem !== null)
    found.push({
      weight: "warn",
      message: `It is not known which VM ${id} is. ${problem}`,
      fix: "The definition has to be at that path on each node, where Passdeck’s user may read it.",
    });
  if (!migrates)
    found.push({
      weight: "note",
      message: `${id} does not migrate: when it is moved, its guest is shut down and started anew.`,
      fix: `“crm_resource --resource ${id} --meta --set-parameter allow-migrate --parameter-value true” has it migrate.`,
    });
  return found;
}

function noLibvirt(node: string): ClusterFinding {
  return {
    weight: "fail",
    message: `libvirt on ${node} does not answer, and pacemaker does not see that: it finds the VMs’ processes and takes them for healthy. It can neither migrate nor shut down a VM there.`,
    fix: "Look at “systemctl status libvirtd” on the host and start it. VMs run on meanwhile.",
  };
}

/** @param known null where libvirt has no such VM. */
function libvirtFindings(
  node: string,
  { id, nodes, role }: ClusterResource,
  known: KnownVm | null,
): ClusterFinding[] {
  const here = nodes.includes(node);
  const runs = known !== null && !["off", "crashed"].includes(known.state);
  const found: ClusterFinding[] = [];
  if (role.startsWith("Migrat")) return found;
  if (here && !runs)
    found.push({
      weight: "warn",
      message: `Pacemaker says that ${id} runs on ${node}, and libvirt has it not running there. It is started anew once pacemaker’s next look finds that.`,
      fix: "If that lasts longer than the resource’s monitor interval, look at pacemaker’s log.",
    });
  if (!here && runs)
    found.push({
      weight: "fail",
      message: `${known.name} runs on ${node}, where the cluster does not have it: as ${id} it is ${nodes.length === 0 ? "stopped" : `on ${nodes.join(", ")}`}. Two copies of a VM destroy its disk.`,
      fix: "Find out which copy is the good one, and force the other off: “virsh destroy” on its host.",
    });
  if (here && known?.state === "paused")
    found.push({
      weight: "warn",
      message: `${known.name} is paused, which pacemaker takes for running.`,
      fix: "Resume it on its page.",
    });
  if (here && known?.hangs)
    found.push({
      weight: "fail",
      message: `${known.name} hangs: its QEMU does not answer libvirt. Pacemaker does not see that, as its process is there.`,
      fix: `Look at the host’s disks and memory. If it does not recover, end its process on ${node} (“kill -9” with the number in /run/libvirt/qemu/${known.name}.pid): pacemaker then starts it anew.`,
    });
  if (known?.persistent && known.autostart)
    found.push({
      weight: "warn",
      message: `${known.name} is also defined in libvirt on ${node} and starts with it: beside the copy of the cluster’s, when the host boots.`,
      fix: `Switch its autostart off: “virsh autostart --disable ${known.name}”.`,
    });
  return found;
}
