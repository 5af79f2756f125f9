"use client";

import { FormDialog } from "@/components/ui/form/form-dialog";
import { useProviderConfirmation } from "./use-provider-confirmation";

export interface ProviderIdentityDialogProps {
  /** What the provider is called. */
  provider: string;
  onEnd(isConfirmed: boolean): void;
}

/** Asks whether it is still the same person at the page, by the provider that they sign in by. */
export function ProviderIdentityDialog({ provider, onEnd }: ProviderIdentityDialogProps) {
  const confirm = useProviderConfirmation(() => onEnd(true));
  return (
    <FormDialog
      title="Confirm it’s you"
      description={`What you asked for is dangerous in the wrong hands. ${provider} asks you in a window of its own who you are; what you asked for is done as soon as you have confirmed.`}
      label={`Confirm with ${provider}`}
      call={confirm}
      onSubmit={() => confirm.run()}
      onClose={() => onEnd(false)}
    />
  );
}
