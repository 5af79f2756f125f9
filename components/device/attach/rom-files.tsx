"use client";

import { Info, TriangleAlert } from "lucide-react";
import { Loaded } from "@/components/data/loaded";
import { FileField } from "@/components/ui/form/file-field";
import { SelectField } from "@/components/ui/form/select-field";
import { Skeleton } from "@/components/ui/skeleton";
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
  const { files, upload } = useRoms(hostId, address, (file) => onChoose(file.path));
  return (
    <div className="flex flex-col gap-2">
      <Loaded reading={files} what="the ROM files" skeleton={<Skeleton className="h-8" />}>
        {(found) => <Uploaded files={found} path={path} onChoose={onChoose} />}
      </Loaded>
      <FileField label="Upload a ROM file" accept=".rom,.bin" onFile={(file) => upload.run(file)} />
      <p role="alert" className="wrap-anywhere text-danger text-sm empty:hidden">
        {upload.problem}
      </p>
    </div>
  );
}

interface UploadedProps extends Pick<RomFilesProps, "path" | "onChoose"> {
  files: readonly RomFile[];
}

function Uploaded({ files, path, onChoose }: UploadedProps) {
  const chosen = files.find((file) => file.path === path);
  if (files.length === 0) return null;
  return (
    <>
      {chosen === undefined ? null : <Findings file={chosen} />}
      <SelectField
        label="Uploaded files"
        placeholder="Choose a file"
        value={chosen?.path ?? null}
        choices={files.map((file) => ({ value: file.path, label: file.name }))}
        onChange={onChoose}
      />
    </>
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
