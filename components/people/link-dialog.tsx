"use client";

import { formatTime } from "@/components/formats/times";
import { ShownOnceDialog } from "@/components/ui/shown-once-dialog";

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
    <ShownOnceDialog
      title={`Link for ${name}`}
      label="One-time link"
      what="link"
      secret={link}
      onClose={onClose}
    >
      Hand it on in a way that nobody else can read: whoever opens it first is {name}. It works once, until{" "}
      {formatTime(expiresAt)}, and is shown only now.
    </ShownOnceDialog>
  );
}
