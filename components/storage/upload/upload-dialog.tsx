"use client";

import { type DragEvent, useState } from "react";
import { formatBytes } from "@/components/formats/numbers";
import { classNames } from "@/components/ui/class-names";
import { Field } from "@/components/ui/form/field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { openUploadSchema } from "@/server/storage/volume-request.schema";
import { check } from "../form/problems";
import { UploadTickets } from "./upload-tickets";
import { uploadStore } from "./uploads";

export interface UploadDialogProps {
  hostId: string;
  pool: string;
  /** The names of volumes that are there. */
  taken: readonly string[];
  onClose(): void;
}

/** Asks which file is to become a volume. Sending it goes on in the bar below all pages. */
export default function UploadDialog({ hostId, pool, taken, onClose }: UploadDialogProps) {
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState("");
  const [checksum, setChecksum] = useState("");
  const [tried, setTried] = useState(false);
  const wanted = checksum.trim() === "" ? null : checksum;
  const { request, problems } = check(openUploadSchema, { name, sizeBytes: file?.size, checksum: wanted });
  const upload = request === null || file === null ? null : { ...request, hostId, pool, file };
  const begun = upload !== null && new UploadTickets(window.localStorage).find(upload, Date.now()) !== null;
  const clash = taken.includes(name) && !begun ? `${pool} already has a volume with this name.` : undefined;
  const choose = (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(chosen);
    setName(chosen.name);
  };
  const start = () => {
    setTried(true);
    if (upload === null || clash !== undefined) return;
    uploadStore.add(upload);
    onClose();
  };
  return (
    <FormDialog
      title={`Upload to ${pool}`}
      description="An installation ISO, or a raw or qcow2 disk image. The upload continues while you use other pages."
      label="Upload"
      call={null}
      onSubmit={start}
      onClose={onClose}
    >
      <FileField file={file} problem={tried ? problems.sizeBytes : undefined} onChoose={choose} />
      <TextField
        label="Volume name"
        note={begun ? "This upload was interrupted. It continues where it stopped." : undefined}
        value={name}
        problem={clash ?? (tried ? problems.name : undefined)}
        onChange={setName}
      />
      <TextField
        label="SHA-256 or SHA-512 (optional)"
        note="As published with the file. If it does not match, the volume is deleted."
        mono
        value={checksum}
        problem={tried ? problems.checksum : undefined}
        onChange={setChecksum}
      />
    </FormDialog>
  );
}

interface FileFieldProps {
  file: File | null;
  problem: string | undefined;
  onChoose(file: File | undefined): void;
}

/** The browser's own file field, in an area that files can be dropped on. */
function FileField({ file, problem, onChoose }: FileFieldProps) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onChoose(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the same as choosing in the field inside.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        "rounded-md border border-dashed px-3 py-2.5",
        over ? "border-accent bg-accent/8" : "border-border-strong",
      )}
    >
      <Field
        label="File"
        note={file === null ? "Choose a file, or drop it here." : `${file.name}, ${formatBytes(file.size)}`}
        problem={problem === undefined ? undefined : file === null ? "Choose a file." : "The file is empty."}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="file"
            onChange={({ target }) => onChoose(target.files?.[0])}
            className="w-full min-w-0 text-sm file:mr-3 file:h-8 file:cursor-pointer file:rounded-md file:border file:border-border-strong/50 file:bg-surface file:px-3 file:font-medium file:text-foreground"
          />
        )}
      </Field>
    </div>
  );
}
