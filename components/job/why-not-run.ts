"use client";

import { useSession } from "@/components/shell/session";

/** Why whoever is signed in may not carry plans out, as a sentence; null where they may. */
export function useWhyNotRun(): string | null {
  const level = useSession()?.user?.level;
  return level === undefined || level === "admin"
    ? null
    : "Only an administrator may do this. You can still see the plan.";
}
