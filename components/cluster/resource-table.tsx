import { Badge, type Tone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { cell } from "@/components/ui/table-classes";
import { TableHead } from "@/components/ui/table-head";
import type { ClusterFacts, ClusterResource } from "@/server/cluster/cluster.schema";

const order = ["vm", "other", "fencing"] as const;

/** What a cluster runs: VMs first, its fencing devices last. */
export function ResourceTable({ facts: { resources } }: { facts: ClusterFacts }) {
  const shown = order.flatMap((kind) => resources.filter((resource) => resource.kind === kind));
  return (
    <Card aria-labelledby="cluster-resources" className="@container">
      <CardHeader id="cluster-resources" title="Resources" aside={resources.length} />
      {shown.length === 0 ? (
        <p className="px-4 py-3 text-muted">This cluster runs nothing yet.</p>
      ) : (
        <table aria-labelledby="cluster-resources" className="w-full">
          <TableHead columns={["Resource", "State", "Node", "VM"]} />
          <tbody className="divide-y divide-border">
            {shown.map((resource) => (
              <ResourceRow key={resource.id} resource={resource} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function ResourceRow({ resource }: { resource: ClusterResource }) {
  const { id, agent, nodes, vm } = resource;
  const { word, tone } = lookOf(resource);
  return (
    <tr>
      <th scope="row" className={`${cell} wrap-anywhere text-left font-medium`}>
        {id}
        <span className="block font-normal text-muted text-xs">{agent}</span>
        <span className="block font-normal @min-[40rem]:hidden">
          <VmOf vm={vm} />
        </span>
      </th>
      <td className={cell}>
        <Badge tone={tone}>{word}</Badge>
      </td>
      <td className={cell}>{nodes.join(", ") || <span className="text-muted">–</span>}</td>
      <td className={`${cell} wrap-anywhere hidden @min-[40rem]:table-cell`}>
        {vm === null ? <span className="text-muted">–</span> : <VmOf vm={vm} />}
      </td>
    </tr>
  );
}

function VmOf({ vm }: Pick<ClusterResource, "vm">) {
  if (vm === null) return null;
  return (
    <>
      {vm.name ?? "not known"}
      <span className="block text-muted text-xs">
        {vm.file ?? "no file"}; {vm.migrates ? "migrates live" : "is started anew when it is moved"}
      </span>
    </>
  );
}

function lookOf({ blocked, failed, managed, role, nodes, meantToBeOff }: ClusterResource): {
  word: string;
  tone: Tone;
} {
  if (blocked) return { word: "Blocked", tone: "danger" };
  if (failed) return { word: "Failed", tone: "danger" };
  if (nodes.length === 0)
    return meantToBeOff ? { word: "Off", tone: "neutral" } : { word: "Stopped", tone: "danger" };
  if (!managed) return { word: `${role}, unmanaged`, tone: "warning" };
  return { word: role, tone: role.startsWith("Migrat") ? "warning" : "success" };
}
