"use client";

import { trpc } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { PlanSkeleton } from "@/components/plan/plan-skeleton";
import { PlanView } from "@/components/plan/plan-view";
import { usePlan } from "@/components/plan/use-plan";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";

interface RestartDialogProps {
  hostId: string;
  onRestart(bootId: string | null): void;
  onClose(): void;
}

/** Says what runs on the host before it is restarted. */
export function RestartDialog({ hostId, onRestart, onClose }: RestartDialogProps) {
  const plan = usePlan(["prepare.planReboot", hostId], () => trpc.prepare.planReboot.query({ hostId }));
  const restart = useAction(
    { mutationFn: (fingerprint: string) => trpc.prepare.reboot.mutate({ hostId, fingerprint }) },
    ({ bootId }) => {
      onRestart(bootId);
      onClose();
    },
  );
  const shown = plan.data;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title="Restart the host"
        footer={
          <>
            <p role="alert" className="wrap-anywhere min-w-0 flex-1 basis-60 text-danger empty:hidden">
              {restart.problem}
            </p>
            {restart.problem === null ? null : (
              <Button onClick={() => void plan.refetch()}>Look again</Button>
            )}
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            {shown === undefined || shown.refusal !== null ? null : (
              <Button variant="danger" disabled={restart.busy} onClick={() => restart.run(shown.fingerprint)}>
                {restart.busy ? <Spinner /> : null}
                Restart
              </Button>
            )}
          </>
        }
      >
        <div className="mt-3">
          <Loaded reading={plan} what="what runs" skeleton={<PlanSkeleton />}>
            {(told) => <PlanView plan={told} />}
          </Loaded>
        </div>
      </DialogContent>
    </Dialog>
  );
}
