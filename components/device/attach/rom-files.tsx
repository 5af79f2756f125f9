"use client";

import { Loaded } from "@/components/data/loaded";
import { FileField } from "@/components/ui/form/file-field";
import { SelectField } from "@/components/ui/form/select-field";
import { Skeleton } from "@/components/ui/skeleton";
import type { RomFile } from "@/server/work/rom/rom-file";
import { HeaderQuestion } from "./header-question";
import { ReadFromCard } from "./read-from-card";
import { RomFindings } from "./rom-findings";
import { useRoms } from "./use-roms";

export interface RomFilesProps {
  hostId: string;
  /** The card's function that the ROM is for. */
  address: string;
  path: string;
  onChoose(path: string): void;
}

/** The ROM files of the host, what was found in the chosen one, and ways to another: by upload, or from the card. */
export function RomFiles({ hostId, address, path, onChoose }: RomFilesProps) {
  const { files, upload, keep, asked, dismiss } = useRoms(hostId, address, onChoose);
  const read = (file: string) => {
    void files.refetch();
    onChoose(file);
  };
  return (
    <div className="flex flex-col gap-2">
      <Loaded reading={files} what="the ROM files" skeleton={<Skeleton className="h-8" />}>
        {(found) => <Kept files={found} path={path} onChoose={onChoose} />}
      </Loaded>
      <FileField label="Upload a ROM file" accept=".rom,.bin" onFile={(file) => upload.run(file)} />
      {asked === null ? null : (
        <HeaderQuestion seen={asked} busy={keep.busy} onKeep={() => keep.run(asked)} onCancel={dismiss} />
      )}
      <p role="alert" className="wrap-anywhere text-danger text-sm empty:hidden">
        {upload.problem ?? keep.problem}
      </p>
      <ReadFromCard hostId={hostId} address={address} onRead={read} />
    </div>
  );
}

interface KeptProps extends Pick<RomFilesProps, "path" | "onChoose"> {
  files: readonly RomFile[];
}

function Kept({ files, path, onChoose }: KeptProps) {
  const chosen = files.find((file) => file.path === path);
  if (files.length === 0) return null;
  return (
    <>
      {chosen === undefined ? null : <RomFindings report={chosen.report} />}
      <SelectField
        label="Files on the host"
        placeholder="Choose a file"
        value={chosen?.path ?? null}
        choices={files.map((file) => ({ value: file.path, label: file.name }))}
        onChange={onChoose}
      />
    </>
  );
}
