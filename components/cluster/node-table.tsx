import { Badge, type Tone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { cell } from "@/components/ui/table-classes";
import { TableHead } from "@/components/ui/table-head";
import type { ClusterFacts, ClusterNode } from "@/server/cluster/cluster.schema";

/** The machines of a cluster. */
export function NodeTable({ facts }: { facts: ClusterFacts }) {
  return (
    <Card aria-labelledby="cluster-nodes" className="@container">
      <CardHeader id="cluster-nodes" title="Nodes" aside={facts.nodes.length} />
      <table aria-labelledby="cluster-nodes" className="w-full">
        <TableHead columns={["Node", "State", "Runs"]} />
        <tbody className="divide-y divide-border">
          {facts.nodes.map((node) => (
            <NodeRow key={node.name} node={node} facts={facts} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function NodeRow({ node, facts: { ownNode, resources } }: { node: ClusterNode; facts: ClusterFacts }) {
  const { word, tone } = lookOf(node);
  const runs = resources.filter(({ nodes }) => nodes.includes(node.name)).map(({ id }) => id);
  return (
    <tr>
      <th scope="row" className={`${cell} wrap-anywhere text-left font-medium`}>
        {node.name}
        <span className="block font-normal text-muted text-xs">{partOf(node, ownNode)}</span>
      </th>
      <td className={cell}>
        <Badge tone={tone}>{word}</Badge>
      </td>
      <td className={`${cell} wrap-anywhere text-sm`}>
        {runs.join(", ") || <span className="text-muted">nothing</span>}
      </td>
    </tr>
  );
}

function partOf({ name, coordinator, kind }: ClusterNode, ownNode: string | null): string {
  return [
    name === ownNode ? "this host" : "",
    coordinator ? "coordinator" : "",
    kind === "member" ? "" : "remote, no vote",
  ]
    .filter((word) => word !== "")
    .join(", ");
}

function lookOf({ unclean, pending, online, maintenance, standby }: ClusterNode): {
  word: string;
  tone: Tone;
} {
  if (unclean) return { word: "Unclean", tone: "danger" };
  if (pending) return { word: "Joining", tone: "warning" };
  if (!online) return { word: "Offline", tone: "warning" };
  if (maintenance) return { word: "Maintenance", tone: "warning" };
  return standby ? { word: "Standby", tone: "neutral" } : { word: "Online", tone: "success" };
}
