"use client";

import { useSession } from "@/components/shell/session";

/** Why whoever is signed in may change nothing about networks, as a sentence; null where they may. */
export function useWhyNotChange(): string | null {
  const level = useSession()?.user?.level;
  return level === undefined || level === "admin" ? null : "Only an administrator may change networks";
}
