"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { CopyButton } from "./copy-button";
import { Dialog, DialogClose, DialogContent } from "./dialog";
import { Field } from "./form/field";
import { Input } from "./input";

export interface ShownOnceDialogProps {
  title: string;
  /** What it is good for, and until when. */
  children: ReactNode;
  /** What the secret is, as its field says it, and in short, as the copy button does: "One-time link", "link". */
  label: string;
  what: string;
  secret: string;
  onClose(): void;
}

/** Shows a secret to copy, this once. */
export function ShownOnceDialog({ title, children, label, what, secret, onClose }: ShownOnceDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={title}
        description={<p>{children}</p>}
        footer={
          <DialogClose asChild>
            <Button>Done</Button>
          </DialogClose>
        }
      >
        <div className="mt-3 flex items-end gap-2">
          <Field label={label} className="min-w-0 flex-1">
            {(attributes) => (
              <Input
                {...attributes}
                readOnly
                value={secret}
                className="font-mono"
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
            )}
          </Field>
          <CopyButton text={secret} what={what} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
