import { formatList } from "@/components/formats/lists";
import type { VmSummary } from "@/server/fleet/schema";
import { VmLinks } from "./vm-links";

export interface WaitingWordsProps {
  /** Parts of a network whose saved definition is not in force. */
  waiting: readonly string[];
  /** VMs that run on it. */
  running: readonly VmSummary[];
}

/** Says what waits until a network is started anew, and what that costs the VMs on it. */
export function WaitingWords({ waiting, running }: WaitingWordsProps) {
  return (
    <>
      Takes effect after the network is stopped and started: {formatList(waiting)}.{" "}
      {running.length === 0 ? (
        "No running VM uses it."
      ) : (
        <>
          <VmLinks vms={running} /> {running.length === 1 ? "loses its" : "lose their"} connection then, and{" "}
          {running.length === 1 ? "gets" : "get"} it back only when shut down and started again.
        </>
      )}
    </>
  );
}
