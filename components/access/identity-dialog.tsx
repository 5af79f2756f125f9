"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { OwnIdentityDialog } from "./own-identity-dialog";
import { ProviderIdentityDialog } from "./provider-identity-dialog";

export interface IdentityDialogProps {
  onEnd(isConfirmed: boolean): void;
}

const nothing = { totpSince: null, passkeys: [], recoveryCodes: 0 };

/** Asks whether it is still the same person at the page, by whatever they sign in by. */
export default function IdentityDialog({ onEnd }: IdentityDialogProps) {
  const { data: factors, isPending } = useQuery(api.account.factors.queryOptions());
  // Where it can't be told, the password is asked for.
  if (isPending) return null;
  return factors?.provider?.asks === "in a window" ? (
    <ProviderIdentityDialog provider={factors.provider.name} onEnd={onEnd} />
  ) : (
    <OwnIdentityDialog factors={factors ?? nothing} onEnd={onEnd} />
  );
}
