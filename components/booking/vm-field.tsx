"use client";

import { hostObject, useMay, useRights, vmObject } from "@/components/data/use-rights";
import { SelectField } from "@/components/ui/form/select-field";
import type { AskedDevice } from "./asked-device";

interface VmFieldProps {
  hostId: string;
  device: AskedDevice;
  note: string;
  /** What stands for no VM. */
  none: string;
  vmId: string | null;
  onChange(vmId: string | null): void;
}

const noVm = "none";

/** One of the VMs that ask for a named device and that whoever looks may start, or none where they may leave it open. */
export function VmField({ hostId, device, note, none, vmId, onChange }: VmFieldProps) {
  const may = useMay();
  const mayLeaveOpen = useRights(hostObject(hostId))("booking.seeHolders") === null;
  const vms = device.askedBy
    .filter((vm) => may("booking.book", vmObject({ hostId, id: vm.vmId })))
    .map((vm) => ({ value: vm.vmId, label: vm.name }));
  const open = mayLeaveOpen ? [{ value: noVm, label: none }] : [];
  return (
    <SelectField
      label="VM"
      note={vms.length === 0 && !mayLeaveOpen ? "No VM that you may start asks for it." : note}
      placeholder="Choose a VM"
      value={vmId ?? (mayLeaveOpen ? noVm : null)}
      choices={[...open, ...vms]}
      onChange={(value) => onChange(value === noVm ? null : value)}
    />
  );
}
