"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { trpc } from "@/components/data/client";
import { keepOriginProof } from "@/components/data/origin-proof";
import { takeProviderRequest, tellConfirmed } from "@/components/data/provider-requests";
import { useAction } from "@/components/data/use-action";
import { AccessCard } from "./access-card";

type Outcome = { kind: "signed in"; next: string } | { kind: "confirmed"; state: string };

/** Where a provider sends the browser back to. Nothing that stands in the address is shown. */
export function ProviderReturn() {
  const { run, problem, answer } = useAction({ mutationFn: finish }, leave);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const query = window.location.search;
    // The code stays in no history.
    window.history.replaceState(null, "", window.location.pathname);
    run(query);
  }, [run]);
  if (problem !== null)
    return (
      <AccessCard title="That did not work" lead={problem}>
        <Link href="/sign-in" prefetch={false} className="text-accent hover:underline">
          Back to the sign-in
        </Link>
      </AccessCard>
    );
  if (answer?.kind === "confirmed")
    return <AccessCard title="Confirmed" lead="You can close this window and go on in the other one." />;
  return <AccessCard title="Signing you in…" />;
}

async function finish(query: string): Promise<Outcome> {
  const state = new URLSearchParams(query).get("state") ?? "";
  const kept = takeProviderRequest(state);
  if (kept === null)
    throw new Error("This sign-in was not begun in this browser, or was finished already. Begin it again.");
  const { note, purpose } = kept;
  if (purpose === "confirm") {
    await trpc.account.confirmIdentity.mutate({ by: "provider", note, query });
    return { kind: "confirmed", state };
  }
  const { next, ...begun } = await trpc.session.signInByProvider.mutate({ note, query });
  keepOriginProof(begun);
  return { kind: "signed in", next };
}

function leave(outcome: Outcome): void {
  if (outcome.kind === "signed in") window.location.replace(outcome.next);
  else {
    tellConfirmed(outcome.state);
    window.close();
  }
}
