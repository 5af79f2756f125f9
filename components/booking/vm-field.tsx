"use client";

import { namedObject, useMay, useRights, vmObject } from "@/components/data/use-rights";
import { SelectField } from "@/components/ui/form/select-field";
import type { AskedDevice } from "./asked-device";

interface VmFieldProps {
  hostId: string;
  device: AskedDevice;
  note: string;
  /** What stands for no VM. */
  none: string;
  vmId: string | null;
  /** Whether it was tried without one. */
  tried: boolean;
  onChange(vmId: string | null): void;
}

const noVm = "none";

/** Whether a booking of a named device may be for no VM in particular: whoever has it for a VM alone says for which. */
export function useMayLeaveOpen(hostId: string, name: string): boolean {
  return useRights(namedObject(hostId, name))("booking.book") === null;
}

/** One of the VMs that ask for a named device and that whoever looks may start, or none where they may leave it open. */
export function VmField({ hostId, device, note, none, vmId, tried, onChange }: VmFieldProps) {
  const may = useMay();
  const mayLeaveOpen = useMayLeaveOpen(hostId, device.name);
  const vms = device.askedBy
    .filter((vm) => may("booking.book", vmObject({ hostId, id: vm.vmId })))
    .map((vm) => ({ value: vm.vmId, label: vm.name }));
  const open = mayLeaveOpen ? [{ value: noVm, label: none }] : [];
  return (
    <SelectField
      label="VM"
      note={vms.length === 0 && !mayLeaveOpen ? "No VM that you may start asks for it." : note}
      problem={tried && vmId === null && !mayLeaveOpen ? "Choose the VM that it is for." : null}
      placeholder="Choose a VM"
      value={vmId ?? (mayLeaveOpen ? noVm : null)}
      choices={[...open, ...vms]}
      onChange={(value) => onChange(value === noVm ? null : value)}
    />
  );
}
