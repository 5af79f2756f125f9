"use client";

import { useId } from "react";
import { useVms } from "@/components/fleet/use-fleet";
import { selectClasses } from "./select-classes";

export interface VmChoiceProps {
  hostId: string;
  vmId: string | null;
  onChange(vmId: string): void;
}

/** Which VM of the host gets the card. */
export function VmChoice({ hostId, vmId, onChange }: VmChoiceProps) {
  const id = useId();
  const vms = useVms()
    .filter((vm) => vm.hostId === hostId && vm.persistent)
    .sort((one, other) => one.name.localeCompare(other.name));
  if (vms.length === 0) return <p>This host has no VM that could get it.</p>;
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        VM
      </label>
      <select
        id={id}
        value={vmId ?? ""}
        onChange={({ target }) => onChange(target.value)}
        className={`mt-1 ${selectClasses}`}
      >
        <option value="" disabled>
          Choose a VM
        </option>
        {vms.map((vm) => (
          <option key={vm.id} value={vm.id}>
            {vm.name} ({vm.state})
          </option>
        ))}
      </select>
    </div>
  );
}
