"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type ApiOutputs, trpc } from "./client";
import { leaveWhenSignedOut } from "./signed-out";

export type Session = ApiOutputs["session"]["state"];

const SessionContext = createContext<Session | null>(null);

/** Asks once who is signed in, for all pages below it. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(null);
  useEffect(() => {
    let gone = false;
    trpc.session.state.query().then(
      (state) => {
        if (gone) return;
        if (state.user === null) leaveWhenSignedOut();
        setSession(state);
      },
      // Not reached: the fleet's banner says so, and the shell does without a name until the next load.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, []);
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in, and what this Passdeck is; null until the server answered. */
export function useSession(): Session | null {
  return useContext(SessionContext);
}
