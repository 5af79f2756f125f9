"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import JobDialog from "@/components/job/job-dialog";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import { downloadSchema } from "@/server/storage/volume-request.schema";
import { check } from "../form/problems";
import { nameInUrl } from "../storage-paths";

export interface FetchDialogProps {
  hostId: string;
  pool: string;
  /** The names of volumes that are there. */
  taken: readonly string[];
  onClose(): void;
}

/** Asks for an address that the server is to fetch a file from, then shows how that goes. */
export default function FetchDialog({ hostId, pool, taken, onClose }: FetchDialogProps) {
  const [url, setUrl] = useState("");
  const [named, setNamed] = useState<string | null>(null);
  const [checksum, setChecksum] = useState("");
  const [tried, setTried] = useState(false);
  const download = useAction(api.storage.downloadFromUrl.mutationOptions());
  const name = named ?? nameInUrl(url);
  const wanted = checksum.trim() === "" ? null : checksum;
  const { request, problems } = check(downloadSchema, { url: url.trim(), name, checksum: wanted });
  const shown = tried ? problems : {};
  const clash = taken.includes(name) ? `${pool} already has a volume with this name.` : undefined;
  const submit = () => {
    setTried(true);
    if (request !== null && clash === undefined) download.run({ hostId, pool, ...request });
  };
  if (download.answer !== undefined) return <JobDialog jobId={download.answer.jobId} onClose={onClose} />;
  return (
    <FormDialog
      title={`Download to ${pool}`}
      description="Passdeck downloads the file directly to the pool. You can close this page meanwhile."
      label="Download"
      call={download}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label="URL"
        type="url"
        inputMode="url"
        placeholder="https://…/debian-12-generic-amd64.qcow2"
        note="Addresses in private networks are refused."
        value={url}
        problem={shown.url}
        onChange={setUrl}
      />
      <TextField label="Volume name" value={name} problem={clash ?? shown.name} onChange={setNamed} />
      <TextField
        label="SHA-256 or SHA-512 (optional)"
        note="As published with the file. If it does not match, the volume is deleted."
        mono
        value={checksum}
        problem={shown.checksum}
        onChange={setChecksum}
      />
    </FormDialog>
  );
}
