"use client";

import { LogIn } from "lucide-react";
import { trpc } from "@/components/data/client";
import { keepProviderRequest } from "@/components/data/provider-requests";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

export interface ProviderButtonProps {
  /** What the provider is called. */
  provider: string;
  next: string;
}

/** Leads to the provider's own sign-in. Only here is anything asked of it. */
export function ProviderButton({ provider, next }: ProviderButtonProps) {
  const { run, busy, problem, answer } = useAction({ mutationFn: begin }, (address) =>
    window.location.assign(address),
  );
  async function begin(): Promise<string> {
    const request = await trpc.session.providerRequest.mutate({ next });
    keepProviderRequest(request, "sign in");
    return request.address;
  }
  const closed = busy || answer !== undefined;
  return (
    <div>
      <Button
        className="h-10! w-full text-base!"
        aria-disabled={closed}
        onClick={() => (closed ? undefined : run(undefined))}
      >
        {closed ? <Spinner /> : <LogIn aria-hidden />}
        Sign in with {provider}
      </Button>
      <p role="alert" className="mt-2 text-danger text-sm empty:hidden">
        {problem}
      </p>
    </div>
  );
}
