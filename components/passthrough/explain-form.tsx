"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form/lines-field";
import { TroubleText } from "./trouble-text";

/** Takes an error or a log, and tells what it means on this host, which device it is about, and what to do. */
export default function ExplainForm({ hostId, onOpen }: { hostId: string; onOpen(address: string): void }) {
  const [text, setText] = useState("");
  const ask = useAction(api.passthrough.explain.mutationOptions());
  return (
    <div className="flex flex-col gap-3 px-4 pb-4">
      <AreaField
        label="Error or log"
        note="Of libvirt, QEMU or the kernel: one message, or a whole log."
        rows={5}
        value={text}
        onChange={(typed) => {
          setText(typed);
          ask.reset();
        }}
      />
      <Button
        className="self-start"
        disabled={ask.busy || text.trim() === ""}
        onClick={() => ask.run({ hostId, text })}
      >
        Explain
      </Button>
      <p role="alert" className="wrap-anywhere text-danger empty:hidden">
        {ask.problem}
      </p>
      <div role="status" className="empty:hidden">
        {ask.answer === undefined ? null : ask.answer === null ? (
          <p>This text is not known.</p>
        ) : (
          <TroubleText trouble={ask.answer} onOpen={onOpen} />
        )}
      </div>
    </div>
  );
}
