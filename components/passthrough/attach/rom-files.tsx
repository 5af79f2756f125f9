"use client";

import { Info, TriangleAlert } from "lucide-react";
import { useId } from "react";
import type { RomFile } from "@/server/api/rom-files";
import { selectClasses } from "./select-classes";
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
  const id = useId();
  const { files, problem, upload } = useRoms(hostId, address);
  const chosen = files.find((file) => file.path === path);
  const take = async (file: File) => {
    const kept = await upload(file);
    if (kept !== null) onChoose(kept.path);
  };
  return (
    <div className="mt-2 flex flex-col gap-1.5 text-sm">
      {files.length === 0 ? null : (
        <label className="flex flex-wrap items-center gap-2">
          <span className="text-muted">Uploaded</span>
          <select
            className={selectClasses}
            value={chosen?.path ?? ""}
            onChange={({ target }) => onChoose(target.value)}
          >
            <option value="">Another file</option>
            {files.map((file) => (
              <option key={file.path} value={file.path}>
                {file.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen === undefined ? null : <Findings file={chosen} />}
      <label htmlFor={id} className="text-muted">
        Upload a ROM file
      </label>
      <input
        id={id}
        type="file"
        accept=".rom,.bin"
        className="max-w-full"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void take(file);
          // The same file can so be chosen once more after it was mended.
          target.value = "";
        }}
      />
      <p role="alert" className="wrap-anywhere text-danger empty:hidden">
        {problem}
      </p>
    </div>
  );
}

function Findings({ file: { report } }: { file: RomFile }) {
  const kinds = report.images.map(
    ({ kind, vendorId, deviceIds }) =>
      `${kind === "uefi" ? "UEFI" : kind} for ${vendorId}:${deviceIds.join(", ")}`,
  );
  return (
    <ul className="flex flex-col gap-1">
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
