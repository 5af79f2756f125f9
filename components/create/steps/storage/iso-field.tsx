"use client";

import { useState } from "react";
import type { Path } from "@/components/ui/form/problems";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { OpticalDrive } from "@/server/create/specification/disk.schema";
import { useWizard } from "../../wizard-context";
import { keyOf, volumeChoices, volumeOf } from "./volume-choices";

interface IsoFieldProps {
  label: string;
  note?: string;
  path: Path;
  source: OpticalDrive["source"];
  onChange(source: OpticalDrive["source"]): void;
}

const elsewhere = "file";
const empty = "empty";

/** The CD in a drive: an ISO of a pool, a file of the host, or none. */
export function IsoField({ label, note, path, source, onChange }: IsoFieldProps) {
  const { choices } = useWizard();
  const [byPath, setByPath] = useState(source?.kind === "file");
  const volumes = volumeChoices(choices, "iso");
  const value = byPath || source?.kind === "file" ? elsewhere : source === null ? empty : keyOf(source);
  const byGrant = choices.grant !== null;
  const whence = byGrant ? "Ask an administrator for one." : "Upload one on the Storage page.";
  const none = volumes.length === 0 ? `No pool has an ISO yet. ${whence} ` : "";
  return (
    <>
      <SelectField
        label={label}
        path={path}
        note={`${none}${note ?? ""}` || undefined}
        value={value}
        choices={[
          { value: empty, label: volumes.length === 0 ? "No CD" : "Choose an ISO" },
          ...volumes,
          ...(byGrant ? [] : [{ value: elsewhere, label: "A file on the host…" }]),
        ]}
        onChange={(key) => {
          setByPath(key === elsewhere);
          const volume = volumeOf(choices, key);
          onChange(volume === null ? null : { kind: "volume", ...volume });
        }}
      />
      {value === elsewhere ? (
        <TextField
          mono
          label={`Path of ${label.toLowerCase()}`}
          note="A path on the host that QEMU can read."
          value={source?.kind === "file" ? source.path : ""}
          onChange={(file) => onChange(file === "" ? null : { kind: "file", path: file })}
        />
      ) : null}
    </>
  );
}
