import type { ClusterFacts, ClusterFinding, ClusterResource } from "../cluster.schema";

/** Of what the cluster runs, or does not: what is no fencing device. */
export function resourceFindings(facts: ClusterFacts): ClusterFinding[] {
  const resources = facts.resources.filter(({ kind }) => kind !== "fencing");
  return [
    ...resources.flatMap((resource) => resourceFinding(facts, resource)),
    ...facts.pinned.map(pinnedFinding),
  ];
}

function resourceFinding(facts: ClusterFacts, resource: ClusterResource): ClusterFinding[] {
  const { id, nodes, role } = resource;
  const found: ClusterFinding[] = [];
  const cleanup = `Once what kept it is mended: “crm_resource --cleanup --resource ${id}”.`;
  if (resource.vm !== null && nodes.length > 1 && !role.startsWith("Migrat"))
    found.push({
      weight: "fail",
      message: `${id} runs on ${nodes.join(" and ")} at once. Two copies of a VM destroy its disk.`,
      fix: "Force all but one copy off now, by “virsh destroy” on its host, and look at the disk.",
    });
  if (resource.blocked)
    found.push({
      weight: "fail",
      message: `${id} is blocked: pacemaker does nothing about it.${why(facts, id)}`,
      fix: cleanup,
    });
  else if (nodes.length === 0 && !resource.meantToBeOff)
    found.push({ weight: "fail", message: `${id} runs nowhere.${why(facts, id)}`, fix: cleanup });
  else if (facts.failures.some(({ resource: failed }) => failed === id))
    found.push({
      weight: "warn",
      message: `${id} runs, and has failed before.${why(facts, id)}`,
      fix: cleanup,
    });
  if (!resource.managed && !facts.maintenance)
    found.push({
      weight: "warn",
      message: `${id} is unmanaged: pacemaker looks at it and does nothing.`,
      fix: `“crm_resource --resource ${id} --meta --delete-parameter is-managed” has it managed again.`,
    });
  return found;
}

/** What its latest failure was. */
function why({ failures }: ClusterFacts, id: string): string {
  const own = failures.filter(({ resource }) => resource === id);
  const [latest] = own.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
  return latest === undefined ? "" : ` Its ${latest.task} on ${latest.node} failed: ${latest.reason}.`;
}

function pinnedFinding(resource: string): ClusterFinding {
  return {
    weight: "note",
    message: `A move by hand has left a constraint about ${resource}, which goes on to say where it may run.`,
    fix: `“crm_resource --clear --resource ${resource}” leaves that to pacemaker again.`,
  };
}
