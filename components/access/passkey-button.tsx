"use client";

import { KeyRound } from "lucide-react";
import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { showPasskey } from "@/components/data/passkeys";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

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
  const closed = busy || answer === true;
  return (
    <div>
      <Button
        className="h-10! w-full text-base!"
        aria-disabled={closed}
        onClick={() => (closed ? undefined : run(undefined))}
      >
        {closed ? <Spinner /> : <KeyRound aria-hidden />}
        {label}
      </Button>
      <p role="alert" className="mt-2 text-danger text-sm empty:hidden">
        {problem}
      </p>
    </div>
  );
}
