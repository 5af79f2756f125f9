"use client";

import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { usbWhere } from "@/components/device/usb-words";
import { ReasonButton } from "@/components/ui/reason-button";
import type { DeviceView, Hardware } from "@/server/domain/hardware/hardware.schema";
import type { CarriedUsb } from "@/server/pci/carried.schema";
import { isNamed, usbViews } from "./usb-names";
import { useUsbEdits } from "./use-usb-edits";

interface UsbOwnedProps {
  hardware: Hardware;
  plugged: readonly CarriedUsb[];
}

/** What of the host's USB devices a VM has, and how it stands with each. */
export function UsbOwned({ hardware, plugged }: UsbOwnedProps) {
  const { readOnly, removePort, removeDevice } = useUsbEdits(hardware);
  const views = usbViews(hardware).filter(({ waiting }) => waiting !== "removed");
  if (views.length + hardware.usbPorts.length === 0)
    return <p className="text-muted">The VM has no USB device of the host.</p>;
  return (
    <ul aria-label="USB devices of the VM" className="flex flex-col gap-1.5">
      {views.map((view) => {
        const found = plugged.find((device) => isNamed(view, device));
        const name = found?.label ?? `USB device ${view.name ?? ""}`;
        return (
          <Owned
            key={view.key}
            name={name}
            state={namedState(view, found)}
            readOnly={readOnly}
            onRemove={() => removeDevice(name, view)}
          />
        );
      })}
      {hardware.usbPorts.map((one) => {
        const found = plugged.find(({ port }) => port === one.port);
        return (
          <Owned
            key={one.port}
            name={`Port ${one.port}`}
            state={portState(hardware, one, found)}
            problem={one.problem}
            readOnly={readOnly}
            onRemove={() => removePort(one.port)}
          />
        );
      })}
    </ul>
  );
}

function namedState({ values, name }: DeviceView, found: CarriedUsb | undefined): string {
  if (found !== undefined) return `By name: ${usbWhere(found)}`;
  return values.vendor == null ? `By ${name ?? "place"}` : "By name: not plugged in";
}

function portState(
  { running }: Hardware,
  { plugged }: Hardware["usbPorts"][number],
  found: CarriedUsb | undefined,
): string {
  if (found === undefined) return "Nothing is plugged in";
  if (plugged) return `${found.label}: in the VM`;
  return running ? `${found.label}: not in the VM` : `${found.label}: once the VM runs`;
}

interface OwnedProps {
  name: string;
  state: string;
  problem?: string | null;
  readOnly: string | null;
  onRemove(): void;
}

function Owned({ name, state, problem = null, readOnly, onRemove }: OwnedProps): ReactNode {
  return (
    <li className="flex flex-wrap items-center gap-2 rounded-md border border-border px-3 py-2">
      <div className="wrap-anywhere min-w-0 flex-1 basis-56">
        <p className="font-medium">{name}</p>
        <p className="text-muted text-sm">{state}</p>
        <p role="alert" className="text-danger text-sm empty:hidden">
          {problem}
        </p>
      </div>
      <ReasonButton size="sm" reason={readOnly} aria-label={`Remove ${name}`} onClick={onRemove}>
        <Trash2 aria-hidden />
        Remove…
      </ReasonButton>
    </li>
  );
}
