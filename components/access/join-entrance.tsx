"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { roleWords } from "@/components/fleet/role-words";
import { AccessCard } from "./access-card";
import { JoinForm } from "./join-form";
import { takeSetupToken } from "./setup-token";

/** Where who was invited, or reset, chooses a password. */
export function JoinEntrance() {
  // Only the browser knows what stands behind the "#".
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => setToken(takeSetupToken() ?? ""), []);
  const { data: invited, error } = useQuery({
    queryKey: ["session.invitation", token],
    // It is posted, as an address stands in logs.
    queryFn: token === null ? skipToken : () => trpc.session.invitation.mutate({ token }),
  });
  if (error !== null) return <AccessCard title="This link does not work" lead={errorText(error)} />;
  if (token === null || invited === undefined) return null;
  return (
    <AccessCard
      title={`Welcome, ${invited.name}`}
      lead={`Choose your password. You are ${roleWords[invited.role].a} here.`}
    >
      <JoinForm token={token} name={invited.name} />
    </AccessCard>
  );
}
