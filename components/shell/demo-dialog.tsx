"use client";

import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { useRights } from "@/components/data/use-rights";
import { useHosts } from "@/components/fleet/use-fleet";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { ReasonButton } from "@/components/ui/reason-button";
import { Spinner } from "@/components/ui/spinner";

/** What the demo is, what there is to try, and the way back to its beginning. */
export default function DemoDialog({ onClose }: { onClose(): void }) {
  const hostId = useHosts().find(({ demo }) => demo)?.id ?? "";
  const mayNot = useRights({ kind: "boot", hostId })("host.resetDemo");
  // Nothing that any page holds is true any more.
  const reset = useAction(api.host.resetDemo.mutationOptions(), () => window.location.assign("/"));
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title="Demo"
        description="A made-up host. What you do here happens to it alone."
        footer={
          <>
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
            <ReasonButton
              variant="danger"
              reason={mayNot}
              disabled={reset.busy}
              onClick={() => reset.run({ hostId })}
            >
              {reset.busy ? <Spinner /> : null}
              Reset the demo
            </ReasonButton>
          </>
        }
      >
        <div className="flex flex-col gap-3 pt-2">
          <p>At first the host is as it was installed. To see a graphics card in a VM:</p>
          <ol className="list-decimal space-y-1 pl-5">
            <li>On Host, turn the IOMMU on and reserve the GeForce GTX 970, then restart the host.</li>
            <li>On Passthrough, attach the card to the VM debian-desktop.</li>
            <li>Start the VM, and watch its console: a recorded start, with the card’s driver.</li>
          </ol>
          <p>
            “Reset the demo” makes the host as it was at first: how it starts, its cards, its VMs, networks
            and pools. Its past jobs are forgotten.
          </p>
          <p role="alert" className="wrap-anywhere text-danger empty:hidden">
            {reset.problem}
          </p>
        </div>
      </DialogContent>
    </Dialog>
  );
}
