"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { askIdentityBy } from "@/components/data/confirm-identity";

const IdentityDialog = lazy(() => import("./identity-dialog"));

/** Asks for a password, a passkey or a code wherever the server wants one before it does something dangerous. */
export function IdentityCheck() {
  const [settle, setSettle] = useState<((isConfirmed: boolean) => void) | null>(null);
  useEffect(() => askIdentityBy(() => new Promise((resolve) => setSettle(() => resolve))), []);
  if (settle === null) return null;
  return (
    <Suspense>
      <IdentityDialog
        onEnd={(isConfirmed) => {
          setSettle(null);
          settle(isConfirmed);
        }}
      />
    </Suspense>
  );
}
