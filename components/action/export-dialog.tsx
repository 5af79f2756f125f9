"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import { Button } from "@/components/ui/button";
import { CodeText } from "@/components/ui/code-text";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { downloadText } from "@/components/ui/download-text";
import { SelectField } from "@/components/ui/form/select-field";
import { type ExportFormat, exportFormatNames, exportFormats } from "@/server/create/export-format.schema";
import type { VmSummary } from "@/server/fleet/schema";

const choices = exportFormats.map((value) => ({ value, label: exportFormatNames[value] }));

/** A VM's definition in another program's format, to be copied or saved, with what that format can't say. */
export default function ExportDialog({ vm, onClose }: { vm: VmSummary; onClose: () => void }) {
  const [format, setFormat] = useState<ExportFormat>("proxmox");
  const { data, error } = useQuery({
    ...api.definition.export.queryOptions({ hostId: vm.hostId, vmId: vm.id, format }),
    placeholderData: keepPreviousData,
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`Export ${vm.name}`}
        description={<p>The saved definition in another program’s format. Disks are not copied.</p>}
        footer={
          <>
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
            <Button
              variant="primary"
              disabled={data === undefined}
              onClick={() => data && downloadText(data.text, data.fileName, "text/plain")}
            >
              <Download aria-hidden />
              Download
            </Button>
          </>
        }
      >
        <div className="mt-3 flex flex-col gap-3" aria-busy={data === undefined && error === null}>
          <SelectField
            label="Format"
            value={format}
            choices={choices}
            onChange={(chosen) => setFormat(chosen)}
          />
          <p role="alert" className="wrap-anywhere text-danger empty:hidden">
            {error === null ? null : errorText(error)}
          </p>
          {data === undefined ? null : (
            <>
              <CodeText text={data.text} what={exportFormatNames[format]} />
              <ExportNotes notes={data.notes} />
            </>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function ExportNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return <p>Everything of the definition is in it.</p>;
  return (
    <section aria-label="Notes">
      <p className="font-medium">Check before you use it:</p>
      <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
        {notes.map((note) => (
          <li key={note} className="wrap-anywhere">
            {note}
          </li>
        ))}
      </ul>
    </section>
  );
}
