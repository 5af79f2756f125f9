import { CircleHelp, CirclePause } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ClusterLook } from "@/server/cluster/cluster.schema";
import { ClusterFacts } from "./cluster-facts";
import { ClusterNeeds } from "./cluster-needs";
import { FailureList } from "./failure-list";
import { FencingList } from "./fencing-list";
import { FindingList } from "./finding-list";
import { NodeTable } from "./node-table";
import { ResourceTable } from "./resource-table";

/** A host's cluster, or why nothing is told of one. */
export function ClusterView({ look: { reading, findings, needs } }: { look: ClusterLook }) {
  switch (reading.kind) {
    case "none":
      return <ClusterNeeds needs={needs} />;
    case "unread":
      return (
        <EmptyState
          icon={<CircleHelp />}
          title="It is not known whether this host is a node of a cluster"
          description={`${reading.problem} ${reading.fix}`}
        />
      );
    case "stopped":
      return (
        <div className="flex flex-col gap-4">
          <EmptyState
            icon={<CirclePause />}
            title="The cluster does not run on this host"
            description={`It is set up as a node, and pacemaker does not answer (${reading.problem}). Its VMs may run on other nodes. Start it: “systemctl start pacemaker”.`}
          />
          <ClusterNeeds needs={needs} />
        </div>
      );
    case "running": {
      const { facts } = reading;
      return (
        <div className="flex flex-col gap-4">
          <FindingList findings={findings} unread={facts.unread} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <ClusterFacts facts={facts} />
            <NodeTable facts={facts} />
          </div>
          <ResourceTable facts={facts} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <FencingList events={facts.fencingHistory} />
            <FailureList failures={facts.failures} />
          </div>
          <NotSeen />
        </div>
      );
    }
  }
}

/** What nobody should count on pacemaker for. */
function NotSeen() {
  return (
    <Card aria-labelledby="not-seen">
      <CardHeader id="not-seen" title="What pacemaker does not see" />
      <ul className="flex list-disc flex-col gap-1.5 py-3 pr-4 pl-8">
        <li>
          A QEMU that hangs and a libvirt that is down: it finds the VM’s process and takes the VM for
          healthy. Passdeck looks for both here.
        </li>
        <li>
          What somebody does by libvirt behind its back: a VM that is stopped is started again, and one that
          is migrated is started a second time. Passdeck refuses both.
        </li>
        <li>
          Whether a live migration would be refused: then it shuts the guest down and starts it anew on the
          other host.
        </li>
      </ul>
    </Card>
  );
}
