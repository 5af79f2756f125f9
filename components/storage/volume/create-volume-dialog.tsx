"use client";

import { useState } from "react";
import { trpc } from "@/components/data/client";
import { useCall } from "@/components/data/use-call";
import { formatBytes } from "@/components/fleet/format";
import { CheckField } from "@/components/ui/form/check-field";
import { Field } from "@/components/ui/form/field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import type { PoolSummary } from "@/server/storage/pool.schema";
import { createVolumeSchema } from "@/server/storage/volume-request.schema";
import { check } from "../form/problems";
import { parseSize } from "../form/size";
import { hasFormats } from "../pool/pool-look";
import { sizeProblem } from "./size-problem";

export interface CreateVolumeDialogProps {
  hostId: string;
  pool: PoolSummary;
  /** The names of volumes that are there. */
  taken: readonly string[];
  onClose(): void;
  onChanged(): void;
}

/** Asks for a new, empty disk. */
export default function CreateVolumeDialog({
  hostId,
  pool,
  taken,
  onClose,
  onChanged,
}: CreateVolumeDialogProps) {
  const formats = hasFormats(pool);
  const [draft, setDraft] = useState({
    name: "",
    size: "20 GiB",
    format: formats ? "qcow2" : "raw",
    allocateAll: false,
  });
  const [tried, setTried] = useState(false);
  const call = useCall();
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const { size, ...rest } = draft;
  const { request, problems } = check(createVolumeSchema, {
    ...rest,
    capacityBytes: parseSize(size) ?? undefined,
  });
  const clash = taken.includes(draft.name) ? `${pool.name} already has a volume with this name.` : undefined;
  const create = () => {
    setTried(true);
    if (request === null || clash !== undefined) return;
    void call.run(
      () => trpc.storage.createVolume.mutate({ hostId, pool: pool.name, request }),
      () => {
        notify("success", request.name, `${formatBytes(request.capacityBytes)} in ${pool.name}.`);
        onChanged();
        onClose();
      },
    );
  };
  return (
    <FormDialog
      title={`New volume in ${pool.name}`}
      description="An empty disk for a VM."
      label="Create"
      call={call}
      onSubmit={create}
      onClose={onClose}
    >
      <TextField
        label="Name"
        placeholder={formats ? "windows.qcow2" : "windows"}
        value={draft.name}
        problem={clash ?? (tried ? problems.name : undefined)}
        onChange={(name) => change({ name })}
      />
      <TextField
        label="Capacity"
        note={`The size that the guest sees. ${formatBytes(pool.availableBytes)} free in ${pool.name}.`}
        value={size}
        problem={sizeProblem(size)}
        onChange={(text) => change({ size: text })}
      />
      {formats ? <FormatField format={draft.format} onChange={(format) => change({ format })} /> : null}
      <CheckField
        label="Allocate the whole capacity now"
        note="Takes longer now, but can't run out of space later. Otherwise it grows as it is written."
        checked={draft.allocateAll}
        onChange={(allocateAll) => change({ allocateAll })}
      />
    </FormDialog>
  );
}

function FormatField({ format, onChange }: { format: string; onChange(format: string): void }) {
  return (
    <Field
      label="Format"
      note={
        format === "qcow2"
          ? "Supports snapshots, and grows as it is written."
          : "Fastest, but without internal snapshots."
      }
    >
      {(attributes) => (
        <Select
          {...attributes}
          className="w-full"
          value={format}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="qcow2">qcow2</option>
          <option value="raw">raw</option>
        </Select>
      )}
    </Field>
  );
}
