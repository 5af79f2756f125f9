"use client";

import { formatNumber } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { Finding, RomFindings } from "./rom-findings";
import type { SeenRom } from "./use-roms";

interface HeaderQuestionProps {
  seen: SeenRom;
  busy: boolean;
  onKeep(): void;
  onCancel(): void;
}

/** A file with a header before its ROM: what would be cut off and what is left, before it is kept. */
export function HeaderQuestion({ seen, busy, onKeep, onCancel }: HeaderQuestionProps) {
  const { file, look } = seen;
  return (
    <section
      aria-label={`Keep ${file.name}`}
      className="flex flex-col gap-2 rounded-md border border-border px-3 py-2"
    >
      <p className="wrap-anywhere font-medium">
        {file.name} begins with {look.header}
      </p>
      <RomFindings report={look.report}>
        <Finding>
          No firmware reads a ROM behind a header: the first {formatNumber(look.headerBytes)} bytes are cut
          off the copy that is kept. Your file stays as it is.
        </Finding>
      </RomFindings>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" disabled={busy} onClick={onKeep}>
          Cut the header and keep it
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </section>
  );
}
