"use client";

import { Info, TriangleAlert } from "lucide-react";
import { Field, type FieldAttributes } from "@/components/ui/form/field";
import { Select } from "@/components/ui/select";
import type { RomFile } from "@/server/work/rom/rom-file";
import { useRoms } from "./use-roms";

export interface RomFilesProps {
  hostId: string;
  /** The card's function that the ROM is for. */
  address: string;
  path: string;
  onChoose(path: string): void;
}

/** The ROM files that were uploaded, what was found in the chosen one, and a way to upload another. */
export function RomFiles({ hostId, address, path, onChoose }: RomFilesProps) {
  const { files, problem, upload } = useRoms(hostId, address);
  const chosen = files.find((file) => file.path === path);
  const take = async (file: File) => {
    const kept = await upload(file);
    if (kept !== null) onChoose(kept.path);
  };
  return (
    <div className="flex flex-col gap-2">
      {chosen === undefined ? null : <Findings file={chosen} />}
      {files.length === 0 ? null : (
        <Field label="Uploaded">
          {(attributes) => (
            <Select
              {...attributes}
              className="w-full"
              value={chosen?.path ?? ""}
              onChange={({ target }) => onChoose(target.value)}
            >
              <option value="">Another file</option>
              {files.map((file) => (
                <option key={file.path} value={file.path}>
                  {file.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label="Upload a ROM file">
        {(attributes) => <FileInput attributes={attributes} onFile={(file) => void take(file)} />}
      </Field>
      <p role="alert" className="wrap-anywhere text-danger text-sm empty:hidden">
        {problem}
      </p>
    </div>
  );
}

function FileInput({ attributes, onFile }: { attributes: FieldAttributes; onFile(file: File): void }) {
  return (
    <input
      {...attributes}
      type="file"
      accept=".rom,.bin"
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        if (file !== undefined) onFile(file);
        // The same file can so be chosen once more after it was mended.
        target.value = "";
      }}
      className="w-full min-w-0 text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-border-strong/50 file:bg-surface file:px-3 file:font-medium file:text-foreground"
    />
  );
}

const kindWords = { legacy: "BIOS", uefi: "UEFI", other: "another system" } as const;

function Findings({ file: { report } }: { file: RomFile }) {
  const kinds = report.images.map(
    ({ kind, vendorId, deviceIds }) => `${kindWords[kind]}, for ${vendorId}:${deviceIds.join(", ")}`,
  );
  return (
    <ul aria-label="What was found in it" className="flex flex-col gap-1 text-sm">
      <li className="flex items-start gap-1.5 text-muted">
        <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="wrap-anywhere">
          {Math.ceil(report.sizeBytes / 1024)} KiB: {kinds.join("; ")}
        </span>
      </li>
      {report.problems.map(({ code, message, fix }) => (
        <li key={code} className="flex items-start gap-1.5 text-warning">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="wrap-anywhere">
            {message} {fix}
          </span>
        </li>
      ))}
    </ul>
  );
}
