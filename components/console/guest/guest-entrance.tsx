"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { GuestConsole } from "./guest-console";
import { GuestSheet } from "./guest-sheet";
import { tokenOfAddress } from "./token-of-address";

const withoutToken =
  "What stands behind the “#” is missing. Copy the whole link, or ask whoever gave it to you for it once more.";

/** Where a console's link leads: the console, or why there is none. */
export function GuestEntrance() {
  // Only the browser knows what stands behind the "#".
  const [token, setToken] = useState<string | null>(null);
  const [ended, setEnded] = useState<string | null>(null);
  useEffect(() => {
    const read = () => {
      setEnded(null);
      setToken(tokenOfAddress(window.location.hash));
    };
    read();
    // Another link in the same tab changes the address alone.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  const { data: link, error } = useQuery({
    queryKey: ["guest.link", token],
    // It is posted, as an address stands in logs.
    queryFn: token === null || token === "" ? skipToken : () => trpc.guest.link.mutate({ token }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (ended !== null) return <GuestSheet title="This link has ended" lead={ended} />;
  if (error !== null) return <GuestSheet title="This link does not work" lead={errorText(error)} />;
  if (token === "") return <GuestSheet title="This link is not whole" lead={withoutToken} />;
  if (token === null || link === undefined) return null;
  return <GuestConsole key={token} token={token} link={link} onEnded={setEnded} />;
}
