"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/data/api";
import { FactorsCard } from "./factors/factors-card";
import { PasswordCard } from "./password-card";
import { ProviderCard } from "./provider-card";

/** How one signs in: by a password and second factors of this Passdeck, or by a provider. */
export function SignInCards({ name }: { name: string }) {
  const { data } = useQuery(api.account.factors.queryOptions());
  const provider = data?.provider ?? null;
  return (
    <>
      {provider?.asks === "in a window" ? null : <FactorsCard />}
      {provider === null ? <PasswordCard name={name} /> : <ProviderCard provider={provider} />}
    </>
  );
}
