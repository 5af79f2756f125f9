"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import type { MadeChange } from "@/server/work/prepare/state.schema";

/** How often it is asked whether the host is there again, in milliseconds. */
const askEveryMs = 3_000;

export interface Restart {
  /** "returned": it was restarted from this page, and is there again. */
  state: "none" | "waiting" | "returned";
  /** How the latest change stood when the host was there again; null where there is none. */
  latest: MadeChange["state"] | null;
  /** Whether the plan to restart is shown. It outlasts the bar that it was asked for in, which moves with the state of the changes. */
  isAsked: boolean;
  ask(isAsked: boolean): void;
  /** @param bootId Which start of the host was ended. */
  begin(hostId: string, bootId: string | null): void;
}

/**
 * Waits for a restart of a host: until another start of it is told. What is asked meanwhile fails as long as the host, or
 * Passdeck with it, is away. Whoever calls it stays on the page meanwhile.
 */
export function useRestart(): Restart {
  const [ended, setEnded] = useState<{ hostId: string; bootId: string | null } | null>(null);
  const [isAsked, ask] = useState(false);
  const query = useQuery({
    ...api.prepare.state.queryOptions(ended === null ? skipToken : { hostId: ended.hostId }),
    refetchInterval: ({ state: { data } }) => (isBack(ended?.bootId, data?.bootId) ? false : askEveryMs),
    retry: false,
  });
  const returned = ended !== null && isBack(ended.bootId, query.data?.bootId);
  return {
    latest: returned ? (query.data?.changes[0]?.state ?? null) : null,
    state: ended === null ? "none" : returned ? "returned" : "waiting",
    isAsked,
    ask,
    begin: (hostId, bootId) => setEnded({ hostId, bootId }),
  };
}

function isBack(ended: string | null | undefined, now: string | null | undefined): boolean {
  return typeof now === "string" && now !== ended;
}
