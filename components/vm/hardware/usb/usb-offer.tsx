"use client";

import { TriangleAlert } from "lucide-react";
import { twinsOf, usbUseWords, usbWhere } from "@/components/device/usb-words";
import { useUsbHolders } from "@/components/fleet/use-usb-holders";
import { ReasonButton } from "@/components/ui/reason-button";
import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import type { CarriedUsb } from "@/server/pci/carried.schema";
import { useHardwareRoom } from "../hardware-context";
import { hasByName } from "./usb-names";
import { useUsbEdits } from "./use-usb-edits";

interface UsbOfferProps {
  device: CarriedUsb;
  plugged: readonly CarriedUsb[];
  hardware: Hardware;
}

/** A device that is plugged in, with both ways to give it to the VM. */
export function UsbOffer({ device, plugged, hardware }: UsbOfferProps) {
  const { vm } = useHardwareRoom();
  const { readOnly, addByName, addPort } = useUsbEdits(hardware);
  const holders = useUsbHolders(vm, device);
  const twins = twinsOf(device, plugged);
  const remarks = [
    usbUseWords(device),
    holders.length === 0 ? null : `Also in the definition of ${holders.join(", ")}`,
  ].filter((words) => words !== null);
  const name = readOnly ?? (hasByName(hardware, device) ? "The VM has it by name already" : null);
  const twin =
    twins > 1 ? `${twins} devices of this name are plugged in; libvirt can’t tell them apart` : null;
  const port = hardware.usbPorts.some((one) => one.port === device.port)
    ? "The VM has this port already"
    : null;
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-md border border-border px-3 py-2">
      <div className="wrap-anywhere min-w-0 flex-1 basis-56">
        <p className="font-medium">{device.label}</p>
        <p className="font-mono text-muted text-sm">{usbWhere(device)}</p>
        {remarks.map((words) => (
          <p key={words} className="flex items-start gap-1.5 text-sm text-warning">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span className="min-w-0">{words}</span>
          </p>
        ))}
      </div>
      <ReasonButton
        size="sm"
        reason={name ?? twin}
        aria-label={`Add ${device.label} by name`}
        onClick={() => addByName(device)}
      >
        By name…
      </ReasonButton>
      <ReasonButton
        size="sm"
        reason={readOnly ?? port}
        aria-label={`Add port ${device.port}`}
        onClick={() => addPort(device.port)}
      >
        By port…
      </ReasonButton>
    </li>
  );
}
