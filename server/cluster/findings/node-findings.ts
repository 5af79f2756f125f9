import type { ClusterFacts, ClusterFinding, ClusterNode } from "../cluster.schema";

/** Of quorum, of single nodes, and of the whole cluster’s maintenance. */
export function nodeFindings({ nodes, maintenance, ...facts }: ClusterFacts): ClusterFinding[] {
  const found = nodes.flatMap(nodeFinding);
  if (maintenance)
    found.push({
      weight: "warn",
      message:
        "The cluster is in maintenance: pacemaker leaves all resources alone, whatever becomes of them.",
      fix: "End it once the work is done: “crm_attribute --name maintenance-mode --delete”.",
    });
  return facts.quorate ? found : [noQuorum(facts), ...found];
}

const policies: Readonly<Record<string, string>> = {
  stop: "pacemaker stops all that runs here",
  freeze: "pacemaker leaves what runs here alone, and starts nothing",
  suicide: "pacemaker fences all nodes of this part",
  ignore: "pacemaker goes on as if it had quorum, so that two parts may run the same VM",
  demote: "pacemaker demotes what can be, and stops the rest",
};

function noQuorum({
  quorum,
  noQuorumPolicy,
}: Pick<ClusterFacts, "quorum" | "noQuorumPolicy">): ClusterFinding {
  const votes =
    quorum === null
      ? ""
      : `: ${quorum.present} of ${quorum.expected} votes are here, and ${quorum.needed} are needed`;
  const policy = policies[noQuorumPolicy] ?? `pacemaker does what its policy “${noQuorumPolicy}” says`;
  return {
    weight: "fail",
    message: `This part of the cluster has no quorum${votes}. Until it has, ${policy}.`,
    fix: "Bring the missing nodes or their network back. Passdeck decides nothing about quorum, and nothing should be forced while it is not certain that the other nodes are off.",
  };
}

function nodeFinding({
  name,
  online,
  standby,
  maintenance,
  pending,
  unclean,
}: ClusterNode): ClusterFinding[] {
  if (unclean)
    return [
      {
        weight: "fail",
        message: `${name} is unclean: what it runs is not known, and it has not been fenced. Its VMs are not started elsewhere before it has.`,
        fix: `See why fencing it did not go well. Only if ${name} is off for certain, whoever has switched it off confirms that by hand: “stonith_admin --confirm ${name}”.`,
      },
    ];
  if (pending)
    return [{ weight: "note", message: `${name} is joining the cluster.`, fix: "Wait until it has joined." }];
  if (!online)
    return [
      {
        weight: "warn",
        message: `${name} is not in the cluster: it is off, or its cluster programs do not run.`,
        fix: `Switch it on, or start corosync and pacemaker there: “systemctl start pacemaker”.`,
      },
    ];
  if (maintenance)
    return [
      {
        weight: "warn",
        message: `${name} is in maintenance: pacemaker leaves what runs there alone.`,
        fix: `“crm_attribute --node ${name} --name maintenance --delete” ends that.`,
      },
    ];
  if (standby)
    return [
      {
        weight: "note",
        message: `${name} is in standby: it has its vote, and runs no resources.`,
        fix: `“crm_attribute --node ${name} --name standby --delete” has it take resources again.`,
      },
    ];
  return [];
}
