"use client";

import type { ApiOutputs } from "@/components/data/client";
import { useAction } from "@/components/data/use-action";
import { hostObject, useRights } from "@/components/data/use-rights";
import type { Subject } from "@/server/access/share.schema";
import type { CreateRequest } from "@/server/create/create-request.schema";
import type { Submission } from "./submit-creation";
import type { CreationReading } from "./use-creation";

export interface Create {
  /** The job that makes the VM, once it is started. */
  started: ApiOutputs["create"]["run"] | undefined;
  busy: boolean;
  problem: string | null;
  /** Why whoever is signed in may not; null where they may. */
  whyNot: string | null;
  /** Makes the VM as it is shown; null while something prevents it. */
  onCreate: (() => void) | null;
  close(): void;
}

/** What is asked for, what the server said of it, and the password that goes with it. */
interface Planned {
  request: CreateRequest | null;
  owner: Subject | null;
  creation: CreationReading;
  password: string;
}

/** Starts the making of a VM. A plan that is another one by now is refused by the server, and asked for anew. */
export function useCreate(hostId: string, { request, owner, creation, password }: Planned): Create {
  const mayNot = useRights(hostObject(hostId))("create.run");
  const { run, busy, problem, answer, reset } = useAction({
    mutationFn: async (submission: Submission) => {
      const { submitCreation } = await import("./submit-creation");
      return submitCreation(submission);
    },
    onError: () => void creation.refetch(),
  });
  const plan = creation.current ? creation.data?.plan : undefined;
  const ready = mayNot === null && request !== null && plan !== undefined && plan.refusal === null;
  return {
    started: answer,
    busy,
    problem,
    whyNot: mayNot === null ? null : `${mayNot}. You can still see the plan.`,
    onCreate: ready ? () => run({ hostId, request, owner, plan, password }) : null,
    close: reset,
  };
}
