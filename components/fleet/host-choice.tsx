"use client";

import { useId } from "react";
import { Select } from "@/components/ui/select";
import type { HostSummary } from "@/server/fleet/schema";

export interface HostChoiceProps {
  hosts: readonly HostSummary[];
  host: HostSummary;
  onChoose(id: string): void;
}

/** Which host of the fleet a page shows. */
export function HostChoice({ hosts, host, onChoose }: HostChoiceProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2 text-muted text-sm">
      <label htmlFor={id}>Host</label>
      <Select id={id} value={host.id} onChange={({ target }) => onChoose(target.value)}>
        {hosts.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
