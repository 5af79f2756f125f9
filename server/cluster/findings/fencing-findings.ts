import type { ClusterFacts, ClusterFinding, FencingEvent } from "../cluster.schema";

/** Whether a node that does not answer would be cut off, and whether the last that had to be was. */
export function fencingFindings(facts: ClusterFacts): ClusterFinding[] {
  return [...readiness(facts), ...(facts.fencingHistory ?? []).filter(isLatestOfNode).flatMap(eventFinding)];
}

function readiness({ fencing, watchdog, resources, unfenced }: ClusterFacts): ClusterFinding[] {
  if (!fencing)
    return [
      {
        weight: "fail",
        message:
          "Fencing is switched off. A host that does not answer may still run its VMs while pacemaker starts them elsewhere, and two copies of a VM destroy its disk.",
        fix: "Set up a fencing device for each node, then “crm_attribute --name stonith-enabled --update true”.",
      },
    ];
  const devices = resources.filter(({ kind }) => kind === "fencing");
  if (devices.length === 0 && !watchdog)
    return [
      {
        weight: "fail",
        message: "There is no fencing device. Pacemaker starts nothing before there is one.",
        fix: "Create a stonith resource for each node, such as fence_ipmilan with the address of its BMC.",
      },
    ];
  const idle = devices.filter(({ role, meantToBeOff }) => role === "Stopped" && !meantToBeOff);
  return [
    ...idle.map(
      ({ id }): ClusterFinding => ({
        weight: "warn",
        message: `The fencing device ${id} does not run, so nothing looks whether it would work.`,
        fix: `See its failures below. Once it is mended: “crm_resource --cleanup --resource ${id}”.`,
      }),
    ),
    ...(watchdog ? [] : (unfenced ?? [])).map(
      (node): ClusterFinding => ({
        weight: "fail",
        message: `No fencing device is for ${node}. If it fails, its VMs are started nowhere else.`,
        fix: `Create a stonith resource with ${node} in its pcmk_host_list.`,
      }),
    ),
  ];
}

/** Whether nothing later is told of the same node: the history has the latest first. */
function isLatestOfNode({ node }: FencingEvent, index: number, all: readonly FencingEvent[]): boolean {
  return all.findIndex((event) => event.node === node) === index;
}

function eventFinding({ node, by, action, state, reason }: FencingEvent): ClusterFinding[] {
  if (state === "success") return [];
  if (state === "pending")
    return [
      {
        weight: "warn",
        message: `${node} is being fenced (${action}). Its VMs are started elsewhere once that has gone well.`,
        fix: "Wait for its end.",
      },
    ];
  return [
    {
      weight: "fail",
      message: `Fencing ${node} (${action}, asked for by ${by}) failed${reason === null ? "" : `: ${reason}`}.`,
      fix: `See whether its fencing device answers. Once it does: “stonith_admin --reboot ${node}”. The sign is taken away by “stonith_admin --cleanup --history=${node}”.`,
    },
  ];
}
