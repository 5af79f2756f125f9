"use client";

import { formatTime } from "@/components/fleet/format";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/input";

export interface LinkDialogProps {
  /** Whose it is. */
  name: string;
  link: { token: string; expiresAt: number };
  onClose(): void;
}

/** Shows a one-time link, this once. */
export function LinkDialog({ name, link: { token, expiresAt }, onClose }: LinkDialogProps) {
  const link = `${window.location.origin}/join#token=${token}`;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`Link for ${name}`}
        description={
          <p>
            Hand it on in a way that nobody else can read: whoever opens it first is {name}. It works once,
            until {formatTime(expiresAt)}, and is shown only now.
          </p>
        }
        footer={
          <DialogClose asChild>
            <Button>Done</Button>
          </DialogClose>
        }
      >
        <div className="mt-3 flex items-end gap-2">
          <Field label="One-time link" className="min-w-0 flex-1">
            {(attributes) => (
              <Input
                {...attributes}
                readOnly
                value={link}
                className="font-mono"
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
            )}
          </Field>
          <CopyButton text={link} what="link" />
        </div>
      </DialogContent>
    </Dialog>
  );
}
