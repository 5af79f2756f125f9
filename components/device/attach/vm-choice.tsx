"use client";

import { useVms } from "@/components/fleet/use-fleet";
import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/select";

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
  if (vms.length === 0) return <p>This host has no VM that could get it.</p>;
  return (
    <Field label="VM">
      {(attributes) => (
        <Select
          {...attributes}
          className="w-full"
          value={vmId ?? ""}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="" disabled>
            Choose a VM
          </option>
          {vms.map((vm) => (
            <option key={vm.id} value={vm.id}>
              {vm.name} ({vm.state})
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
