"use client";

import { hashKey } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { keepSubscribed, type Subscribable } from "./keep-subscribed";
import type { Reading } from "./reading";

interface Known<Data> {
  /** Of which subscription. */
  key: string | null;
  data: Data | undefined;
  error: unknown;
}

const nothing = { key: null, data: undefined, error: null };

/**
 * The latest that a subscription told: `useSubscription(api.network.watch.subscriptionOptions({ hostId }))`. It ends
 * while the page is hidden, and comes back by itself after an error or a loss; meanwhile the latest stays.
 */
export function useSubscription<Data>(subscription: Subscribable<Data>): Reading<Data> {
  return useFoldedSubscription(subscription, latest);
}

const latest = <Data>(_known: Data | undefined, came: Data) => came;

/** As `useSubscription`, of one that tells parts: `fold` puts what came to what was known. */
export function useFoldedSubscription<Came, Data>(
  subscription: Subscribable<Came>,
  fold: (known: Data | undefined, came: Came) => Data,
): Reading<Data> {
  const [known, setKnown] = useState<Known<Data>>(nothing);
  const [round, setRound] = useState(0);
  const key = subscription.enabled ? hashKey(subscription.queryKey) : null;
  const now = useRef({ subscription, fold });
  now.current = { subscription, fold };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is a reason to begin anew.
  useEffect(() => {
    if (key === null) return;
    const tell = (change: (before: Data | undefined) => Omit<Known<Data>, "key">) =>
      setKnown((before) => ({ key, ...change(before.key === key ? before.data : undefined) }));
    return keepSubscribed(now.current.subscription, {
      onData: (came) => tell((data) => ({ data: now.current.fold(data, came), error: null })),
      onError: (error) => tell((data) => ({ data, error })),
      // What is known stays as it is: the page's own banner tells of a lost connection.
      onLost: (error) => tell((data) => ({ data, error: data === undefined ? error : null })),
    });
  }, [key, round]);
  const refetch = useCallback(() => setRound((before) => before + 1), []);
  const { data, error } = known.key === key && key !== null ? known : nothing;
  return { data, error, refetch };
}
