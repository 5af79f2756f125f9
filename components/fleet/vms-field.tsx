"use client";

import { useState } from "react";
import { CheckField } from "@/components/ui/form/check-field";
import { SearchField } from "@/components/ui/search-field";
import type { KeyVm } from "@/server/access/keys/api-key.schema";
import { useVms } from "./use-fleet";
import { vmKey } from "./vm-key";

/** More than these are found by their names. */
const shown = 50;

interface VmsFieldProps {
  chosen: readonly KeyVm[];
  onChange(chosen: readonly KeyVm[]): void;
}

/** Several of the VMs that there are. */
export function VmsField({ chosen, onChange }: VmsFieldProps) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const found = [...useVms()]
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((one, other) => one.name.localeCompare(other.name));
  const keys = new Set(chosen.map(({ hostId, vmId }) => vmKey({ hostId, id: vmId })));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">VMs ({chosen.length} chosen)</legend>
      <SearchField label="Search VMs" placeholder="Name" text={text} onChange={setText} />
      <div className="flex max-h-48 flex-col gap-1 overflow-y-auto rounded-md border border-border p-2">
        {found.slice(0, shown).map((vm) => (
          <CheckField
            key={vmKey(vm)}
            label={vm.name}
            note={vm.hostId}
            checked={keys.has(vmKey(vm))}
            onChange={(isChosen) =>
              onChange(
                isChosen
                  ? [...chosen, { hostId: vm.hostId, vmId: vm.id }]
                  : chosen.filter(({ hostId, vmId }) => hostId !== vm.hostId || vmId !== vm.id),
              )
            }
          />
        ))}
        {found.length === 0 ? <p className="text-muted text-sm">No VM of that name.</p> : null}
        {found.length > shown ? (
          <p className="text-muted text-sm">{found.length - shown} more. Search for them by name.</p>
        ) : null}
      </div>
    </fieldset>
  );
}
