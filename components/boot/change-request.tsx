import type { ApiOutputs } from "@/components/data/client";
import { trpc } from "@/components/data/client";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import type { WishedChange } from "@/server/prepare/change.schema";
import { ByHand } from "./by-hand";

/** What is asked for: what is left out stays as it is. */
export type Wish = Partial<WishedChange>;

type ChangePlan = ApiOutputs["prepare"]["plan"];

interface ChangeOptions {
  way?: "at-once" | "trial";
  /** Called once its job has begun. */
  begun?(): void;
}

/** The plan of a change of how the host starts, to be shown and said yes to. */
export function changeRequest(
  hostId: string,
  change: Wish,
  { way = "at-once", begun = () => {} }: ChangeOptions = {},
): PlanRequest<ChangePlan> {
  return {
    title: "Change how the host starts",
    label: way === "trial" ? "Try at the next start" : "Apply",
    right: { act: "prepare.run", objects: [{ kind: "boot", hostId }] },
    load: () => trpc.prepare.plan.mutate({ hostId, change, way }),
    run: async (fingerprint) => {
      const started = await trpc.prepare.run.mutate({ hostId, change, way, fingerprint });
      begun();
      return started;
    },
    below: ({ refusal, files, commands, script }) =>
      refusal === null ? null : <ByHand files={files} commands={commands} script={script} />,
  };
}

/** The plan of returning cards to the host, now and at the next start. */
export function returnRequest(hostId: string, addresses: readonly string[], title: string): PlanRequest {
  const request = { hostId, addresses: [...addresses] };
  const devices = addresses.map((address) => ({ kind: "device", hostId, address }) as const);
  return {
    title,
    label: "Return to host",
    right: { act: "prepare.return", objects: [...devices, { kind: "boot", hostId }] },
    load: () => trpc.prepare.planReturn.query(request),
    run: (fingerprint) => trpc.prepare.return.mutate({ ...request, fingerprint }),
  };
}

/** The plan of keeping what was tried at one start. */
export function keepRequest(hostId: string, changeId: string): PlanRequest {
  return {
    title: "Keep the change",
    label: "Keep",
    right: { act: "prepare.keep", objects: [{ kind: "boot", hostId }] },
    load: () => trpc.prepare.planKeep.query({ hostId, changeId }),
    run: (fingerprint) => trpc.prepare.keep.mutate({ hostId, changeId, fingerprint }),
  };
}

/** The plan of taking a change back. */
export function undoRequest(hostId: string, changeId: string): PlanRequest {
  return {
    title: "Take the change back",
    label: "Take back",
    right: { act: "prepare.undo", objects: [{ kind: "boot", hostId }] },
    load: () => trpc.prepare.planUndo.query({ hostId, changeId }),
    run: (fingerprint) => trpc.prepare.undo.mutate({ hostId, changeId, fingerprint }),
  };
}
