"use client";

import { formatTime } from "@/components/formats/times";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";
import type { MadeKey } from "@/server/access/keys/api-key.schema";

/** Shows a new API key, this once. */
export function MadeKeyDialog({ made: { key, expiresAt }, onClose }: { made: MadeKey; onClose(): void }) {
  return (
    <ShownOnceDialog title="Your API key" label="API key" what="API key" secret={key} onClose={onClose}>
      Keep it where nobody else can read it. It works until {formatTime(expiresAt)}, and is shown only now.
    </ShownOnceDialog>
  );
}
