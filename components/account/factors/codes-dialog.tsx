"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { downloadText } from "@/components/ui/download-text";

/** Shows recovery codes, this once. */
export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose(): void }) {
  const text = `${codes.join("\n")}\n`;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title="Your recovery codes"
        description="Keep them where you don’t keep your phone: each signs you in once, after your password. They are shown only now."
        footer={
          <>
            <CopyButton text={text} what="codes" />
            <Button
              onClick={() =>
                downloadText(
                  `Passdeck recovery codes for ${window.location.host}\n\n${text}`,
                  "passdeck-recovery-codes.txt",
                  "text/plain",
                )
              }
            >
              <Download aria-hidden />
              Download
            </Button>
            <DialogClose asChild>
              <Button variant="primary">I have kept them</Button>
            </DialogClose>
          </>
        }
      >
        <ul
          aria-label="Recovery codes"
          className="mt-3 grid gap-x-6 gap-y-1 font-mono text-sm sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
