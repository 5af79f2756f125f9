"use client";

import { Field } from "@/components/ui/form/field";
import { SizeInput } from "@/components/ui/form/size-input";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useHardwareRoom } from "../hardware-context";
import type { VolumeDraft } from "./new-volume";

/** Where a new disk's volume is made, its name and size. */
export function VolumeFields({
  draft,
  onChange,
}: {
  draft: VolumeDraft;
  onChange(draft: VolumeDraft): void;
}) {
  const { choices } = useHardwareRoom();
  const pools = (choices?.pools ?? []).filter(({ active }) => active);
  return (
    <div className="grid items-start gap-x-5 gap-y-3.5 sm:grid-cols-2">
      <Field
        label="Pool"
        note={
          pools.length === 0
            ? "The host has no active storage pool. Create one under Storage first."
            : undefined
        }
      >
        {(attributes) => (
          <Select
            {...attributes}
            className="w-full"
            value={draft.pool}
            onChange={({ target }) => onChange({ ...draft, pool: target.value })}
          >
            <option value="">Choose…</option>
            {pools.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Volume name">
        {(attributes) => (
          <Input
            {...attributes}
            value={draft.volume}
            onChange={({ target }) => onChange({ ...draft, volume: target.value })}
          />
        )}
      </Field>
      <Field label="Size">
        {(attributes) => (
          <SizeInput
            attributes={attributes}
            label="Size"
            value={draft.bytes}
            onChange={(bytes) => onChange({ ...draft, bytes })}
          />
        )}
      </Field>
      <Field
        label="Format"
        note="qcow2 grows as it is filled and can have snapshots; raw is a little faster."
      >
        {(attributes) => (
          <Select
            {...attributes}
            className="w-full"
            value={draft.format}
            onChange={({ target }) =>
              onChange({ ...draft, format: target.value === "raw" ? "raw" : "qcow2" })
            }
          >
            <option>qcow2</option>
            <option>raw</option>
          </Select>
        )}
      </Field>
    </div>
  );
}
