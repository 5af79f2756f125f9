"use client";

import { KeyRound } from "lucide-react";
import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { showPasskey } from "@/components/data/passkeys";
import { useAction } from "@/components/data/use-action";
import { WayInButton } from "./way-in-button";

export interface PasskeyButtonProps {
  label: string;
  /** What a right password gave, where it is the second step. */
  pending: string | null;
  next: string;
}

/** Signs in by a passkey and goes to `next`. */
export function PasskeyButton({ label, pending, next }: PasskeyButtonProps) {
  const { run, busy, problem, answer } = useAction({ mutationFn: signIn }, () =>
    window.location.assign(next),
  );
  async function signIn(): Promise<true> {
    const request = await trpc.session.passkeyRequest.mutate({ pending });
    const passkey = await showPasskey(request);
    keepOriginProof(await trpc.session.signInByPasskey.mutate({ pending, passkey }));
    return true;
  }
  return (
    <WayInButton
      icon={<KeyRound aria-hidden />}
      label={label}
      closed={busy || answer === true}
      problem={problem}
      onPress={() => run(undefined)}
    />
  );
}
