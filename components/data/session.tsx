"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { api } from "./api";
import type { ApiOutputs } from "./client";
import { leaveWhenSignedOut } from "./signed-out";

export type Session = ApiOutputs["session"]["state"];

const SessionContext = createContext<Session | null>(null);

/** Milliseconds until it is asked again where the server was not reached; the fleet's banner says so meanwhile. */
const againAfter = 5_000;

/** Asks who is signed in, for all pages below it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery({
    ...api.session.state.queryOptions(),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.status === "error" ? againAfter : false),
  });
  useEffect(() => {
    if (data?.user === null) leaveWhenSignedOut();
  }, [data]);
  return <SessionContext value={data ?? null}>{children}</SessionContext>;
}

/** Who is signed in, and what this Passdeck is; null until the server answered. */
export function useSession(): Session | null {
  return useContext(SessionContext);
}
