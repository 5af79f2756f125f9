"use client";

import { LogIn } from "lucide-react";
import { trpc } from "@/components/data/client";
import { keepProviderRequest } from "@/components/data/provider-requests";
import { useAction } from "@/components/data/use-action";
import { WayInButton } from "./way-in-button";

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
  return (
    <WayInButton
      icon={<LogIn aria-hidden />}
      label={`Sign in with ${provider}`}
      closed={busy || answer !== undefined}
      problem={problem}
      onPress={() => run(undefined)}
    />
  );
}
