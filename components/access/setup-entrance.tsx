"use client";

import { useEffect, useState } from "react";
import { AccessCard } from "./access-card";
import { FirstVisit } from "./first-visit";
import { SetupForm } from "./setup-form";
import { takeSetupToken } from "./setup-token";

/** The first administrator's form, for who came by the printed link; else where that link is. */
export function SetupEntrance() {
  // Only the browser knows what stands behind the "#".
  const [token, setToken] = useState<string | null>();
  useEffect(() => setToken(takeSetupToken()), []);
  if (token === undefined) return null;
  if (token === null) return <FirstVisit />;
  return (
    <AccessCard title="Welcome" lead="Choose who administers this Passdeck.">
      <SetupForm token={token} />
    </AccessCard>
  );
}
