"use client";

import { useEffect, useRef, useState } from "react";
import { api } from "@/components/data/api";
import { errorText } from "@/components/data/error-text";
import type { Subscribable } from "@/components/data/keep-subscribed";
import type { CheckHost, CheckNews } from "@/server/work/hosts/host-request.schema";
import { begunCheck, type CheckProgress, noCheck, withEnd, withNews, withStop } from "./check-progress";

export interface HostCheck {
  progress: CheckProgress;
  /** Begins a test; one that runs is stopped. */
  run(request: CheckHost): void;
  stop(): void;
  /** Forgets what came of the last one. */
  clear(): void;
}

/**
 * Tests the way to a host, for as long as the calling component is there. Other than a `useSubscription` it is not begun anew
 * once it has ended, and its input, which may hold a password, is kept nowhere.
 */
export function useHostCheck(): HostCheck {
  const [progress, setProgress] = useState<CheckProgress>(noCheck);
  const running = useRef<{ unsubscribe(): void } | null>(null);
  const end = () => {
    running.current?.unsubscribe();
    running.current = null;
  };
  useEffect(() => () => running.current?.unsubscribe(), []);
  return {
    progress,
    run(request) {
      end();
      const begun = begunCheck(request.route.transport);
      setProgress(begun);
      const subscription: Subscribable<CheckNews> = api.hosts.check.subscriptionOptions(request);
      running.current = subscription.subscribe({
        // After a loss of the socket the server begins anew.
        onStarted: () => setProgress(begun),
        onData: (news) => setProgress((known) => withNews(known, news)),
        onError: (error) => setProgress((known) => withStop(known, errorText(error))),
        onComplete: () => setProgress(withEnd),
        onConnectionStateChange: () => undefined,
      });
    },
    stop() {
      end();
      setProgress((known) => withStop(known, null));
    },
    clear() {
      end();
      setProgress(noCheck);
    },
  };
}
