"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field as Labelled } from "@/components/ui/form/field";
import { Select } from "@/components/ui/select";
import type { DeviceForm } from "@/server/domain/devices/device-form.schema";
import { deviceForm, deviceForms } from "@/server/domain/devices/device-forms.schema";
import type { DeviceKind } from "@/server/domain/devices/device-kind.schema";
import { applies } from "@/server/domain/fields/conditions.schema";
import { fieldProblem, type Values } from "@/server/domain/fields/field.schema";
import { FieldsView } from "../form/fields-view";
import { useHardwareRoom } from "../hardware-context";
import { type VolumeDraft, volumeProblem, withNewVolume } from "./new-volume";
import { VolumeFields } from "./volume-fields";

const addable = deviceForms.filter(({ fresh }) => fresh !== undefined);

/** Adds a device of any kind: which one, then its form. */
export default function AddDialog({ present, onClose }: { present: readonly DeviceKind[]; onClose(): void }) {
  const { vm, choices, propose } = useHardwareRoom();
  const [id, setId] = useState<DeviceKind>("disk");
  const [changes, setChanges] = useState<Values>({});
  const [isNew, setNew] = useState(true);
  const [volume, setVolume] = useState<VolumeDraft>(() => ({
    pool: choices?.pools.find(({ active }) => active)?.name ?? "",
    volume: `${vm.name}-${vm.disks.length + 1}.qcow2`,
    bytes: String(20 * 2 ** 30),
    format: "qcow2",
  }));
  const form = deviceForm(id);
  const values = { ...form.fresh, ...changes };
  const making = form.ofNewVolume !== undefined && isNew ? volume : null;
  const taken = choices?.pools.find(({ name }) => name === making?.pool)?.volumes ?? [];
  const edit = making === null ? { values, newVolume: null } : withNewVolume(values, making);
  const problem = (making === null ? null : volumeProblem(making, taken)) ?? problemOf(form, edit.values);
  const choose = (next: DeviceKind) => {
    setId(next);
    setChanges({});
  };
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        wide
        title={`Add hardware to ${vm.name}`}
        footer={
          <>
            <p className="min-w-0 flex-1 basis-60 text-muted">{problem}</p>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button
              variant="primary"
              disabled={problem !== null}
              onClick={() => {
                onClose();
                propose(`Add: ${form.title}`, { act: "add", kind: id, ...sensible(form, edit) });
              }}
            >
              Add…
            </Button>
          </>
        }
      >
        <div className="mt-3 flex flex-col gap-4">
          <Labelled label="Device type" note={form.note}>
            {(attributes) => (
              <Select
                {...attributes}
                className="w-full"
                value={id}
                onChange={({ target }) => choose(addable.find((one) => one.id === target.value)?.id ?? id)}
              >
                {addable.map((one) => (
                  <option key={one.id} value={one.id} disabled={isFull(one, present)}>
                    {isFull(one, present) ? `${one.title} (the VM has one)` : one.title}
                  </option>
                ))}
              </Select>
            )}
          </Labelled>
          {form.ofNewVolume !== undefined ? <DiskOrigin making={isNew} onChange={setNew} /> : null}
          {making === null ? null : <VolumeFields draft={making} onChange={setVolume} />}
          <FieldsView
            fields={form.fields.filter(
              ({ fixed, name }) => !fixed && (making === null || !form.ofNewVolume?.includes(name)),
            )}
            values={values}
            checked={(name) => name in changes}
            disabled={false}
            onChange={(name, value) => setChanges({ ...changes, [name]: value })}
          />
        </div>
      </DialogContent>
    </Dialog>
  );
}

function DiskOrigin({ making, onChange }: { making: boolean; onChange(making: boolean): void }) {
  return (
    <fieldset className="flex flex-wrap gap-4">
      <legend className="sr-only">Where the disk comes from</legend>
      {[true, false].map((one) => (
        <label key={String(one)} className="flex min-h-6 items-center gap-2">
          <input
            type="radio"
            name="disk-origin"
            className="accent-accent"
            checked={making === one}
            onChange={() => onChange(one)}
          />
          {one ? "New, empty disk" : "Existing disk or image"}
        </label>
      ))}
    </fieldset>
  );
}

function isFull({ id, most }: DeviceForm, present: readonly DeviceKind[]): boolean {
  return most !== undefined && present.filter((kind) => kind === id).length >= most;
}

/** The first thing that keeps it from being added. */
function problemOf(form: DeviceForm, values: Values): string | null {
  for (const field of form.fields) {
    if (field.fixed || !applies(field, values)) continue;
    const problem = fieldProblem(field, values[field.name] ?? null);
    if (problem !== null) return problem;
  }
  return form.check?.(values) ?? null;
}

/** Without values of fields that make no sense beside the rest. */
function sensible<Edit extends { values: Values }>(form: DeviceForm, edit: Edit) {
  const senseless = form.fields.filter((field) => !applies(field, edit.values)).map(({ name }) => name);
  const values = Object.fromEntries(
    Object.entries(edit.values).filter(([name]) => !senseless.includes(name)),
  );
  return { ...edit, values };
}
