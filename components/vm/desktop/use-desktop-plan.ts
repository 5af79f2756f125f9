"use client";

import { trpc } from "@/components/data/client";
import type { Reading } from "@/components/data/reading";
import { type Action, useAction } from "@/components/data/use-action";
import { usePlan } from "@/components/plan/use-plan";
import { useSettled } from "@/components/ui/use-settled";
import type { DesktopSetup } from "@/server/create/desktop/desktop.schema";
import type { AttachOptions } from "@/server/domain/edit/attach-options.schema";
import type { Plan } from "@/server/plan.schema";

interface DesktopRequest {
  hostId: string;
  vmId: string;
  addresses: string[];
  options: AttachOptions;
  /** null while it is not chosen to the end. */
  setup: DesktopSetup | null;
}

/** The server is asked once choices rest for so many milliseconds. */
const pause = 350;

/** The plan of what is chosen, asked for anew whenever the choice has settled. */
export function useDesktopPlan({ setup, ...rest }: DesktopRequest): {
  plan: Reading<Plan>;
  run: Action<string, { jobId: string }>;
} {
  const request = setup === null ? null : { ...rest, setup };
  const settled = useSettled(request, pause);
  const plan = usePlan(
    ["hardware.planDesktop", settled],
    settled === null ? null : () => trpc.hardware.planDesktop.mutate(settled),
  );
  const run = useAction({
    mutationFn: (fingerprint: string) => {
      if (settled === null) throw new Error("there is no plan of nothing");
      return trpc.hardware.runDesktop.mutate({ ...settled, fingerprint });
    },
  });
  const isCurrent = JSON.stringify(settled) === JSON.stringify(request);
  return { plan: isCurrent ? plan : { data: undefined, error: null, refetch: plan.refetch }, run };
}
