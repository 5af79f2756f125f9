"use client";

import { useEffect, useRef } from "react";
import { trpc } from "@/components/data/client";
import { keepProviderRequest, onConfirmed } from "@/components/data/provider-requests";
import { type Action, useAction } from "@/components/data/use-action";

/**
 * Has a provider ask, in a window of its own, whether it is still the same person, so that this page keeps what it was about
 * to do. It can be begun again: what became of that window nobody can tell once it shows another site.
 */
export function useProviderConfirmation(done: () => void): Action<void, void> {
  const waitsFor = useRef<string | null>(null);
  useEffect(
    () =>
      onConfirmed((state) => {
        if (state === waitsFor.current) done();
      }),
    [done],
  );
  return useAction({ mutationFn: begin });

  async function begin(): Promise<void> {
    // At once, or browsers take it for a pop-up that nobody asked for.
    const popup = window.open("", "_blank", "popup,width=520,height=720");
    if (popup === null)
      throw new Error("Your browser did not open a window. Allow this page to open pop-ups, and try again.");
    try {
      const request = await trpc.account.providerRequest.mutate({});
      keepProviderRequest(request, "confirm");
      waitsFor.current = request.state;
      popup.location.href = request.address;
    } catch (error) {
      popup.close();
      throw error;
    }
  }
}
