"use client";

import { CheckField } from "@/components/ui/form/check-field";
import { LinesField } from "@/components/ui/form/lines-field";
import { SelectField } from "@/components/ui/form/select-field";
import type { CreateChoices } from "@/server/create/choices.schema";
import type { HostInputsChoice } from "@/server/create/specification/host-inputs.schema";
import { grabKeyIds, grabKeyWords } from "@/server/domain/devices/input/grab-keys.schema";

/** Which keyboards and mice a VM reads, before any is chosen. */
export interface HostInputsDraft {
  devices: HostInputsChoice["devices"];
  toggle: HostInputsChoice["toggle"];
}

interface HostInputFieldsProps {
  value: HostInputsDraft;
  /** null where the host does not tell. */
  inputs: CreateChoices["inputs"];
  onChange(value: HostInputsDraft): void;
}

/** The host's keyboards and mice, by name; by their paths where they could not be read. */
export function HostInputFields({ value, inputs, onChange }: HostInputFieldsProps) {
  const { devices } = value;
  const set = (next: HostInputsDraft["devices"]) => onChange({ ...value, devices: next });
  const offered = inputs?.filter(({ kind }) => kind !== "other") ?? [];
  return (
    <div className="flex flex-col gap-3">
      {inputs === null ? (
        <LinesField
          label="Input devices"
          note="The host’s input devices could not be read. Enter one path a line, the keyboard first: /dev/input/by-id/…-event-kbd."
          rows={3}
          lines={devices.map(({ path }) => path)}
          onChange={(lines) => set(lines.map((path) => ({ path, keyboard: /kbd/.test(path) })))}
        />
      ) : null}
      {inputs !== null && offered.length === 0 ? (
        <p className="text-muted">No keyboard or mouse is connected to the host.</p>
      ) : null}
      {offered.map(({ path, name, kind, stable }) => {
        const others = devices.filter((device) => device.path !== path);
        return (
          <CheckField
            key={path}
            label={`${name} (${kind})`}
            note={stable ? path : `${path}, which may be another device after a restart`}
            checked={others.length < devices.length}
            onChange={(on) => set(on ? [...others, { path, keyboard: kind === "keyboard" }] : others)}
          />
        );
      })}
      <SelectField
        label="Grab keys"
        note="Pressed together, they switch keyboard and mouse between host and VM."
        className="max-w-72"
        value={value.toggle}
        choices={grabKeyIds.map((id) => ({ value: id, label: grabKeyWords[id] }))}
        onChange={(toggle) => onChange({ ...value, toggle })}
      />
    </div>
  );
}
