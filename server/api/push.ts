/**
 * Turns a source that pushes into the async iterable that tRPC's subscriptions want. `subscribe` is called with
 * the sink once; what it returns is called when the subscriber leaves. Items wait in order while the subscriber
 * is busy; `limit` of them at most, after which the subscription ends and the page subscribes anew.
 */
export async function* push<T>(
  signal: AbortSignal | undefined,
  subscribe: (sink: (item: T) => void) => () => void,
  limit = 1000,
): AsyncGenerator<T, void, undefined> {
  const waiting: T[] = [];
  let wake: () => void = () => undefined;
  let overflown = false;
  const unsubscribe = subscribe((item) => {
    if (waiting.length >= limit) overflown = true;
    else waiting.push(item);
    wake();
  });
  const onAbort = () => wake();
  signal?.addEventListener("abort", onAbort);
  try {
    while (!signal?.aborted) {
      const item = waiting.shift();
      if (item !== undefined) yield item;
      else if (overflown) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener("abort", onAbort);
    unsubscribe();
  }
}
