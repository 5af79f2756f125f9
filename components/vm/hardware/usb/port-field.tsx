"use client";

import { useState } from "react";
import { TextField } from "@/components/ui/form/text-field";
import { ReasonButton } from "@/components/ui/reason-button";
import type { Hardware } from "@/server/domain/hardware/hardware.schema";
import { usbPortSchema } from "@/server/units/usb-port.schema";
import { useUsbEdits } from "./use-usb-edits";

/** Gives the VM a port in which nothing is yet. */
export function PortField({ hardware }: { hardware: Hardware }) {
  const { readOnly, addPort } = useUsbEdits(hardware);
  const [text, setText] = useState("");
  const port = text.trim();
  const parsed = usbPortSchema.safeParse(port);
  const problem = port === "" || parsed.success ? null : (parsed.error.issues[0]?.message ?? null);
  const why = port === "" || problem !== null ? "Enter a port first" : null;
  return (
    <div className="flex flex-col items-start gap-3">
      <TextField
        label="Another port"
        mono
        className="max-w-56"
        placeholder="1-4.2"
        note="Bus and port, as in lsusb -t: a port behind a hub has a dot."
        value={text}
        problem={problem}
        onChange={setText}
      />
      <ReasonButton reason={readOnly ?? why} onClick={() => addPort(port)}>
        Add the port…
      </ReasonButton>
    </div>
  );
}
