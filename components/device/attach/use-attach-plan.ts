"use client";

import { trpc } from "@/components/data/client";
import { type LoadedPlan, usePlan } from "@/components/plan/use-plan";
import type { Run } from "@/components/plan/use-run";
import { useSettled } from "@/components/ui/use-settled";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
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
  /** null until there is enough to plan with. */
  shown: LoadedPlan | null;
  /** The plan of what is chosen now, which may be carried out. */
  loaded: LoadedPlan;
  again(): void;
  run(run: Run, fingerprint: string): void;
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
  const [loaded, again] = usePlan(
    JSON.stringify(settled),
    settled === null ? null : () => trpc.passthrough.planAttach.query(settled),
  );
  const run = (jobRun: Run, fingerprint: string) => {
    if (settled === null) return;
    void jobRun.start(() => trpc.passthrough.runAttach.mutate({ ...settled, fingerprint }));
  };
  return {
    shown: settled === null ? null : loaded,
    loaded: request === null || request !== settled ? { state: "loading" } : loaded,
    again,
    run,
  };
}
