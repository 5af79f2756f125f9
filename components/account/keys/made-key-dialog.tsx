"use client";

import { formatTime } from "@/components/fleet/format";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/input";
import type { MadeKey } from "@/server/access/keys/api-key.schema";

/** Shows a new API key, this once. */
export function MadeKeyDialog({ made: { key, expiresAt }, onClose }: { made: MadeKey; onClose(): void }) {
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title="Your API key"
        description={
          <p>
            Keep it where nobody else can read it. It works until {formatTime(expiresAt)}, and is shown only
            now.
          </p>
        }
        footer={
          <DialogClose asChild>
            <Button>Done</Button>
          </DialogClose>
        }
      >
        <div className="mt-3 flex items-end gap-2">
          <Field label="API key" className="min-w-0 flex-1">
            {(attributes) => (
              <Input
                {...attributes}
                readOnly
                value={key}
                className="font-mono"
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
            )}
          </Field>
          <CopyButton text={key} what="API key" />
        </div>
      </DialogContent>
    </Dialog>
  );
}
