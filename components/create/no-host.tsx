import { ServerOff } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** Stands in place of the wizard where there is no host on which the viewer may make VMs. */
export default function NoHost() {
  return (
    <EmptyState
      icon={<ServerOff />}
      title="There is no host on which you may create VMs"
      description="An administrator can let you, on People: of which storage pools, networks and media, and how many."
    />
  );
}
