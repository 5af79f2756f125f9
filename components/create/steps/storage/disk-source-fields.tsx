"use client";

import { SelectField } from "@/components/ui/form/select-field";
import { SizeField } from "@/components/ui/form/size-field";
import { TextField } from "@/components/ui/form/text-field";
import type { DiskSource } from "@/server/create/specification/disk.schema";
import { newVolume, usualFormat } from "../../state/room";
import { useDraft, useWizard } from "../../wizard-context";
import { formatOf, keyOf, volumeChoices, volumeOf } from "./volume-choices";

const kinds = [
  { value: "new-volume", label: "New volume" },
  { value: "volume", label: "Existing volume" },
  { value: "file", label: "Image file on the host" },
  { value: "block", label: "Block device on the host" },
] as const;

const formats = [
  { value: "qcow2", label: "qcow2 (thin provisioning, snapshots)" },
  { value: "raw", label: "raw (fastest)" },
] as const;

interface DiskSourceFieldsProps {
  index: number;
  source: DiskSource;
  onChange(source: DiskSource): void;
}

/** Where a disk's content is, or is to be. */
export function DiskSourceFields({ index, source, onChange }: DiskSourceFieldsProps) {
  const { choices } = useWizard();
  const [{ name }] = useDraft();
  const path = ["disks", index, "source"];
  return (
    <>
      {choices.grant === null ? (
        <SelectField
          label="Source"
          value={source.kind}
          choices={kinds}
          onChange={(kind) => onChange(sourceOf(kind, () => newVolume(choices, name, index)))}
        />
      ) : null}
      {source.kind === "new-volume" ? (
        <NewVolumeFields index={index} source={source} onChange={onChange} />
      ) : null}
      {source.kind === "volume" ? (
        <SelectField
          label="Volume"
          path={path}
          placeholder="Choose a volume"
          value={source.volume === "" ? null : keyOf(source)}
          choices={volumeChoices(choices, "disk")}
          onChange={(key) => {
            const volume = volumeOf(choices, key);
            if (volume !== null) onChange({ kind: "volume", ...volume, format: formatOf(volume.volume) });
          }}
        />
      ) : null}
      {source.kind === "file" || source.kind === "block" ? (
        <TextField
          mono
          label="Path on the host"
          path={path}
          placeholder={source.kind === "file" ? "/srv/images/disk.qcow2" : "/dev/vg0/disk"}
          value={source.path}
          onChange={(file) =>
            onChange(
              source.kind === "file"
                ? { ...source, path: file, format: formatOf(file) }
                : { ...source, path: file },
            )
          }
        />
      ) : null}
      {source.kind === "volume" || source.kind === "file" ? (
        <SelectField
          label="Format"
          value={source.format}
          choices={formats}
          onChange={(format) => onChange({ ...source, format })}
        />
      ) : null}
    </>
  );
}

type NewVolume = Extract<DiskSource, { kind: "new-volume" }>;

function NewVolumeFields({ index, source, onChange }: DiskSourceFieldsProps & { source: NewVolume }) {
  const { choices } = useWizard();
  const path = (part: keyof NewVolume) => ["disks", index, "source", part];
  const pools = choices.pools
    .filter(({ takesDisks }) => takesDisks)
    .map(({ name, active }) => ({ value: name, label: active ? name : `${name} (stopped)` }));
  const blank = "blank";
  return (
    <>
      <SizeField
        label="Size"
        path={path("bytes")}
        bytes={source.bytes}
        onChange={(bytes) => onChange({ ...source, bytes })}
      />
      <SelectField
        label="Pool"
        path={path("pool")}
        placeholder="Choose a pool"
        value={source.pool === "" ? null : source.pool}
        choices={pools}
        onChange={(pool) => onChange({ ...source, pool, format: usualFormat(choices, pool) })}
      />
      {choices.grant === null ? (
        <TextField
          mono
          label="Volume name"
          path={path("volume")}
          value={source.volume}
          onChange={(volume) => onChange({ ...source, volume })}
        />
      ) : null}
      <SelectField
        label="Format"
        value={source.format}
        choices={formats}
        onChange={(format) => onChange({ ...source, format })}
      />
      <SelectField
        label="Initial content"
        path={path("copyOf")}
        value={source.copyOf === null ? blank : keyOf(source.copyOf)}
        choices={[{ value: blank, label: "Empty" }, ...volumeChoices(choices, "disk")]}
        onChange={(key) => onChange({ ...source, copyOf: key === blank ? null : volumeOf(choices, key) })}
      />
    </>
  );
}

function sourceOf(kind: DiskSource["kind"], blank: () => DiskSource): DiskSource {
  switch (kind) {
    case "new-volume":
      return blank();
    case "volume":
      return { kind, pool: "", volume: "", format: "qcow2" };
    case "file":
      return { kind, path: "", format: "qcow2" };
    case "block":
      return { kind, path: "" };
  }
}
