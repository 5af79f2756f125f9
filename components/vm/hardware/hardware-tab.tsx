"use client";

import { Plus } from "lucide-react";
import { lazy, Suspense, useMemo, useState } from "react";
import { api } from "@/components/data/api";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { Loaded } from "@/components/data/loaded";
import { useRights, vmObject } from "@/components/data/use-rights";
import { useSubscription } from "@/components/data/use-subscription";
import type { PlanRequest } from "@/components/plan/plan-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorNotice } from "@/components/ui/error-notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import type { HardwareEdit } from "@/server/domain/hardware/hardware-edit.schema";
import type { VmSummary } from "@/server/fleet/schema";
import { DesktopActions } from "../desktop/desktop-actions";
import { BootPanel } from "./boot/boot-panel";
import { DevicePanel } from "./device-panel";
import { HardwareContext, type HardwareRoom } from "./hardware-context";
import { HardwareList } from "./hardware-list";
import { deviceParts, machineParts, sectionsFor } from "./parts";
import { SectionPanel } from "./section-panel";
import { useHostChoices } from "./use-host-choices";

const PlanDialog = lazy(() => import("@/components/plan/plan-dialog"));
const NamedPanel = lazy(() => import("./named/named-panel"));
const UsbPanel = lazy(() => import("./usb/usb-panel"));
const AddDialog = lazy(() => import("./add/add-dialog"));

/** What a VM is made of, part by part, each with its form. */
export function HardwareTab({ vm }: { vm: VmSummary }) {
  const { hostId, id: vmId } = vm;
  const hardware = useSubscription(api.hardware.watch.subscriptionOptions({ hostId, vmId }));
  return (
    <Loaded reading={hardware} what="the hardware" skeleton={<Skeleton className="h-96" />}>
      {(told) =>
        "problem" in told ? (
          <ErrorNotice title={`Could not read the hardware of ${vm.name}`} problem={told.problem} />
        ) : (
          <LoadedHardware vm={vm} hardware={told.hardware} />
        )
      }
    </Loaded>
  );
}

function LoadedHardware({ vm, hardware }: { vm: VmSummary; hardware: Hardware }) {
  const hostChoices = useHostChoices(vm.hostId);
  const choices = hostChoices.data ?? null;
  const mayNot = useRights(vmObject(vm));
  const [open, setOpen] = useState("cpu");
  const [adding, setAdding] = useState(false);
  const [alsoLive, setAlsoLive] = useState(true);
  const [request, setRequest] = useState<PlanRequest | null>(null);
  const readOnly = vm.persistent
    ? mayNot("hardware.run")
    : "This VM is transient: it has no saved definition to change.";
  const room = useMemo(
    (): HardwareRoom => ({
      vm,
      choices,
      readOnly,
      propose: (title, edit) => setRequest(requestOf(vm, { title, edit, alsoLive })),
    }),
    [vm, choices, readOnly, alsoLive],
  );
  return (
    <HardwareContext value={room}>
      {hostChoices.error === null || readOnly !== null ? null : (
        <ErrorNotice
          className="mb-3"
          title="Could not read what the host has to choose from: its pools, networks and CPUs"
          problem={errorText(hostChoices.error)}
          onRetry={() => void hostChoices.refetch()}
        />
      )}
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        {hardware.running ? (
          <span className="flex items-center gap-1.5">
            <Checkbox
              id="also-live"
              checked={alsoLive}
              onChange={({ target }) => setAlsoLive(target.checked)}
            />
            <label htmlFor="also-live">Also change the running VM, where possible</label>
          </span>
        ) : (
          <p className="text-muted">{vm.name} is off: changes take effect at its next start.</p>
        )}
        <span className="flex flex-wrap gap-2">
          <DesktopActions hardware={hardware} />
          <Button disabled={readOnly !== null} onClick={() => setAdding(true)}>
            <Plus aria-hidden />
            Add hardware…
          </Button>
        </span>
      </div>
      <div className="grid items-start gap-4 md:grid-cols-[15rem_minmax(0,1fr)]">
        <HardwareList
          machine={machineParts(hardware)}
          devices={deviceParts(hardware)}
          open={open}
          onOpen={setOpen}
        />
        <Card>
          <Panel open={open} hardware={hardware} />
        </Card>
      </div>
      <Suspense>
        {adding ? (
          <AddDialog
            present={hardware.devices.flatMap(({ kind }) => kind ?? [])}
            onClose={() => setAdding(false)}
          />
        ) : null}
        {request === null ? null : <PlanDialog request={request} onClose={() => setRequest(null)} />}
      </Suspense>
    </HardwareContext>
  );
}

function Panel({ open, hardware }: { open: string; hardware: Hardware }) {
  if (open === "boot") return <BootPanel boot={hardware.boot} devices={hardware.devices} />;
  if (open === "usb-devices")
    return (
      <Suspense fallback={<Skeleton className="m-4 h-40" />}>
        <UsbPanel hardware={hardware} />
      </Suspense>
    );
  if (open === "named-devices")
    return (
      <Suspense fallback={<Skeleton className="m-4 h-40" />}>
        <NamedPanel hardware={hardware} />
      </Suspense>
    );
  const device = hardware.devices.find(({ key }) => key === open);
  if (device !== undefined) return <DevicePanel device={device} />;
  const section = sectionsFor(hardware).find(({ id }) => id === open);
  if (section !== undefined) return <SectionPanel section={section} hardware={hardware} />;
  return <p className="px-4 py-3 text-muted">The VM no longer has this device. Choose another one.</p>;
}

function requestOf(
  vm: VmSummary,
  { title, edit, alsoLive }: { title: string; edit: HardwareEdit; alsoLive: boolean },
): PlanRequest {
  const request = { hostId: vm.hostId, vmId: vm.id, edit, alsoLive };
  return {
    title,
    label: "Apply",
    right: { act: "hardware.run", objects: [vmObject(vm)] },
    load: () => trpc.hardware.plan.mutate(request),
    run: (fingerprint) => trpc.hardware.run.mutate({ ...request, fingerprint }),
  };
}
