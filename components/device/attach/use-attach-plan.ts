"use client";

import { trpc } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import { type Action, useAction } from "@/components/data/use-action";
import { usePlan } from "@/components/plan/use-plan";
import { useSettled } from "@/components/ui/use-settled";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { Plan } from "@/server/plan.schema";
import type { CardView } from "../card-view";
import { optionsProblem } from "./attach-options";

/** What somebody chose so far. */
interface AttachChoice {
  hostId: string;
  vmId: string | null;
  card: CardView | null;
  options: AttachOptions;
}

export interface AttachPlan {
  /** There is enough to plan with. */
  asked: boolean;
  /** The plan of what is chosen now; no data while the choice has not settled. */
  plan: Reading<Plan>;
  /** Attaches as planned. */
  run: Action<string, { jobId: string }>;
}

/** Choices change with every key; the server is asked once they rest for so many milliseconds. */
const pause = 350;

/** The plan of what is chosen, asked for anew whenever the choice has settled. */
export function useAttachPlan({ hostId, vmId, card, options }: AttachChoice): AttachPlan {
  const request =
    card === null || vmId === null || optionsProblem(options) !== null
      ? null
      : { hostId, vmId, addresses: card.functions.map(({ address }) => address), options };
  const settled = useSettled(request, pause);
  const plan = usePlan(
    ["passthrough.planAttach", settled],
    settled === null ? null : () => trpc.passthrough.planAttach.query(settled),
  );
  const run = useAction({
    mutationFn: (fingerprint: string) => {
      if (settled === null) throw new Error("there is no plan without a card and a VM");
      return trpc.passthrough.runAttach.mutate({ ...settled, fingerprint });
    },
  });
  const current = settled === request;
  return {
    asked: settled !== null,
    plan: current ? plan : { data: undefined, error: null, refetch: plan.refetch },
    run,
  };
}
