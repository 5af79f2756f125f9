"use client";

import { Monitor, MonitorOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { cardsToAttach } from "@/components/device/attach/cards-to-attach";
import { useHostReport } from "@/components/fleet/use-host-report";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import { useHardwareRoom } from "../hardware/hardware-context";
import { useHostChoices } from "../hardware/use-host-choices";

const DesktopDialog = lazy(() => import("./desktop-dialog"));
const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));

/** Sets the VM up as a desktop with a GPU, and takes Looking Glass away again. */
export function DesktopActions({ hardware }: { hardware: Hardware }) {
  const { vm, choices, readOnly, propose } = useHardwareRoom();
  const report = useHostReport(vm.hostId).data ?? null;
  const [showing, setShowing] = useState<"desktop" | PlanRequest | null>(null);
  const { refetch: lookAnew } = useHostChoices(vm.hostId);
  const close = () => {
    setShowing(null);
    // A plan of the host changes what it has for the setup.
    void lookAnew();
  };
  const gpus =
    report === null ? [] : cardsToAttach(report).filter(({ functions }) => functions.some(isDisplay));
  return (
    <>
      {hardware.lookingGlass === null ? null : (
        <Button
          disabled={readOnly !== null}
          onClick={() => propose("Remove Looking Glass", { act: "remove-looking-glass" })}
        >
          <MonitorOff aria-hidden />
          Remove Looking Glass…
        </Button>
      )}
      <Button disabled={readOnly !== null || choices === null} onClick={() => setShowing("desktop")}>
        <Monitor aria-hidden />
        Desktop with a GPU…
      </Button>
      <Suspense>
        {showing === "desktop" && choices !== null ? (
          <DesktopDialog
            vm={vm}
            ground={{ hardware, choices }}
            gpus={gpus}
            onHostPlan={setShowing}
            onClose={close}
          />
        ) : null}
        {showing !== null && showing !== "desktop" ? <PlanDialog request={showing} onClose={close} /> : null}
      </Suspense>
    </>
  );
}

/** PCI's class of display controllers. */
function isDisplay(device: { class: string }): boolean {
  return device.class.startsWith("03");
}
