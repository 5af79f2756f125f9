"use client";

import { useVms } from "@/components/fleet/use-fleet";
import { SelectField } from "@/components/ui/form/select-field";

export interface VmChoiceProps {
  hostId: string;
  vmId: string | null;
  onChange(vmId: string): void;
}

/** Which VM of the host gets the card. */
export function VmChoice({ hostId, vmId, onChange }: VmChoiceProps) {
  const vms = useVms()
    .filter((vm) => vm.hostId === hostId && vm.persistent)
    .sort((one, other) => one.name.localeCompare(other.name));
  if (vms.length === 0) return <p>This host has no VM with a saved definition to attach it to.</p>;
  return (
    <SelectField
      label="VM"
      placeholder="Choose a VM"
      value={vmId}
      choices={vms.map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` }))}
      onChange={onChange}
    />
  );
}
