import { trpc } from "@/components/data/client";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import type { MadeBridge } from "@/server/work/bridge/see-bridges";
import { TrialDialog } from "./trial-dialog";

/** The plan of taking a bridge away again that Passdeck made. */
export function undoBridgeRequest(hostId: string, { id, bridge }: MadeBridge): PlanRequest {
  const request = { hostId, changeId: id };
  return {
    title: `Take ${bridge} back`,
    label: "Change over",
    right: { act: "bridge.undo", objects: [{ kind: "boot", hostId }] },
    load: () => trpc.bridge.planUndo.query(request),
    run: (fingerprint) => trpc.bridge.undo.mutate({ ...request, fingerprint }),
    jobDialog: (jobId, onClose) => <TrialDialog hostId={hostId} jobId={jobId} onClose={onClose} />,
  };
}
