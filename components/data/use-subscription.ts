"use client";

import { hashKey } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { Subscribable } from "./keep-subscribed";
import { type Known, LiveSubscriptions, nothingKnown } from "./live-subscriptions";
import type { Reading } from "./reading";

const ofThisPage = new LiveSubscriptions();
const latest = <Data>(_known: Data | undefined, came: Data) => came;
const none: readonly Known<never>[] = [];

/**
 * The latest that a subscription told: `useSubscription(api.network.watch.subscriptionOptions({ hostId }))`. It ends
 * while the page is hidden, and comes back by itself after an error or a loss; meanwhile the latest stays.
 */
export function useSubscription<Data>(subscription: Subscribable<Data>): Reading<Data> {
  return useFoldedSubscription(subscription, latest<Data>);
}

/** As `useSubscription`, of one that tells parts: `fold` puts what came to what was known. */
export function useFoldedSubscription<Came, Data>(
  subscription: Subscribable<Came>,
  fold: (known: Data | undefined, came: Came) => Data,
): Reading<Data> {
  const [reading] = useFoldedSubscriptions([subscription], fold);
  if (reading === undefined) throw new Error("each subscription has a reading");
  return reading;
}

/** As `useSubscription`, of several, in their order. */
export function useSubscriptions<Data>(subscriptions: readonly Subscribable<Data>[]): Reading<Data>[] {
  return useFoldedSubscriptions(subscriptions, latest<Data>);
}

function useFoldedSubscriptions<Came, Data>(
  subscriptions: readonly Subscribable<Came>[],
  fold: (known: Data | undefined, came: Came) => Data,
): Reading<Data>[] {
  const now = useRef({ subscriptions, fold });
  now.current = { subscriptions, fold };
  const keys = subscriptions.map(({ enabled, queryKey }) => (enabled ? hashKey(queryKey) : ""));
  const keyText = keys.join("\n");
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = keyText.split("\n").map((key, index) => {
        const subscription = now.current.subscriptions[index];
        if (key === "" || subscription === undefined) return () => undefined;
        return ofThisPage.listen(key, { subscription, fold: now.current.fold }, listener);
      });
      return () => {
        for (const stop of stops) stop();
      };
    },
    [keyText],
  );
  const last = useRef<readonly Known<Data>[]>(none);
  const snapshot = () => {
    // A key stands for what is subscribed to, and so for the kind of its data.
    const known = keys.map((key) => (key === "" ? nothingKnown : ofThisPage.known(key)) as Known<Data>);
    const same = known.length === last.current.length && known.every((one, at) => one === last.current[at]);
    if (!same) last.current = known;
    return last.current;
  };
  const known = useSyncExternalStore<readonly Known<Data>[]>(subscribe, snapshot, () => none);
  return useMemo(
    () =>
      keyText.split("\n").map((key, index) => ({
        ...(known[index] ?? nothingKnown),
        refetch: () => ofThisPage.restart(key),
      })),
    [known, keyText],
  );
}
