import { whileVisible } from "./while-visible";

/** What tells of a subscription how it goes. */
export interface SubscriptionHandlers<Came> {
  onData(came: Came): void;
  /** The server refused it, or broke off. It is begun anew by itself. */
  onError?(error: unknown): void;
  /** It is begun, for the first time or after a loss. */
  onStarted?(): void;
  /** The socket is gone; the client opens it again and goes on. */
  onLost?(error: unknown): void;
}

/** A subscription that can be begun: what `api.a.b.subscriptionOptions(input)` gives. */
export interface Subscribable<Came> {
  /** Another one is another subscription. */
  queryKey: readonly unknown[];
  /** False where there is nothing to subscribe to (`skipToken`). */
  enabled: boolean;
  subscribe(handlers: {
    onData(came: Came): void;
    onError(error: unknown): void;
    onComplete(): void;
    onStarted(): void;
    onConnectionStateChange(state: { state: string; error: unknown }): void;
  }): { unsubscribe(): void };
}

/**
 * Keeps a subscription while the page can be seen, and begins it anew when it ended or failed, until the returned
 * function is called.
 */
export function keepSubscribed<Came>(
  subscription: Subscribable<Came>,
  handlers: SubscriptionHandlers<Came>,
): () => void {
  return whileVisible((again) => {
    const running = subscription.subscribe({
      onData: (came) => handlers.onData(came),
      onStarted: () => handlers.onStarted?.(),
      onError: (error) => {
        handlers.onError?.(error);
        again();
      },
      onComplete: again,
      onConnectionStateChange: ({ state, error }) => {
        if (state === "connecting" && error !== null) handlers.onLost?.(error);
      },
    });
    return () => running.unsubscribe();
  });
}
