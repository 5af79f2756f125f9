import { able } from "../host/ability";
import { treeOf } from "../host/tree.test-data";
import type { ClusterFacts } from "./cluster.schema";
import { type ClusterMachine, readCluster } from "./read-cluster";
import { type RecordedState, recordedTools } from "./testing/recorded-tools";

export const ha1 = "3d62137f-0397-cdc8-6360-2557b2154cd4";

/** The files of a node. */
export const nodeFiles = {
  "etc/corosync/corosync.conf": "nodelist {\n node {\n  ring0_addr: 10.77.0.1\n }\n}\n",
  "srv/cluster/vms/ha1.xml": `<domain><name>ha1</name><uuid>${ha1.toUpperCase()}</uuid></domain>`,
};

/** A node in a recorded state. */
export async function recordedNode(
  state: RecordedState,
  {
    files = nodeFiles,
    others,
  }: { files?: Record<string, string>; others?: Parameters<typeof recordedTools>[1] } = {},
): Promise<ClusterMachine> {
  return { tools: able(recordedTools(state, others)), files: able(await treeOf(files)) };
}

/** What such a node's cluster tells. */
export async function recordedFacts(state: RecordedState): Promise<ClusterFacts> {
  const reading = await readCluster(await recordedNode(state));
  if (reading.kind !== "running") throw new Error(`recorded as ${reading.kind}`);
  return reading.facts;
}
