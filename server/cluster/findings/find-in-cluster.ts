import type { ClusterFacts, ClusterFinding } from "../cluster.schema";
import { fencingFindings } from "./fencing-findings";
import { nodeFindings } from "./node-findings";
import { resourceFindings } from "./resource-findings";
import { type KnownHost, vmFindings } from "./vm-findings";

const order = ["fail", "warn", "note"] as const;

/** What somebody should know of a cluster, the worst first. @param host What libvirt tells of the host that was asked. */
export function findInCluster(facts: ClusterFacts, host: KnownHost): ClusterFinding[] {
  const found = [
    ...nodeFindings(facts),
    ...fencingFindings(facts),
    ...resourceFindings(facts),
    ...vmFindings(facts, host),
  ];
  return order.flatMap((weight) => found.filter((finding) => finding.weight === weight));
}
