"use client";

import { CircleStop, PlugZap } from "lucide-react";
import { Button } from "@/components/ui/button";
import { DialogClose } from "@/components/ui/dialog";
import { ReasonButton } from "@/components/ui/reason-button";
import { Spinner } from "@/components/ui/spinner";
import type { Readiness } from "./readiness";

export interface HostDialogButtonsProps {
  /** The form's id. */
  form: string;
  isNew: boolean;
  /** Whether a test runs. */
  tests: boolean;
  ready: Readiness;
  busy: boolean;
  onTest(): void;
  onStop(): void;
}

/** The ways out of the dialog, and the test. */
export function HostDialogButtons(props: HostDialogButtonsProps) {
  const { form, isNew, tests, ready, busy, onTest, onStop } = props;
  const label = isNew ? "Add host" : "Save";
  return (
    <>
      <DialogClose asChild>
        <Button>Cancel</Button>
      </DialogClose>
      <Button disabled={busy} onClick={tests ? onStop : onTest}>
        {tests ? <CircleStop aria-hidden /> : <PlugZap aria-hidden />}
        {tests ? "Stop the test" : "Test"}
      </Button>
      {ready.way === "not-yet" ? (
        <ReasonButton reason={ready.reason}>{label}</ReasonButton>
      ) : (
        <Button
          type="submit"
          form={form}
          variant={ready.way === "ready" ? "primary" : "secondary"}
          disabled={busy}
        >
          {busy ? <Spinner /> : null}
          {ready.way === "ready" ? label : isNew ? "Add anyway" : "Save anyway"}
        </Button>
      )}
    </>
  );
}
