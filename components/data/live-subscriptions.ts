import { keepSubscribed, type Subscribable } from "./keep-subscribed";

/** What is known of a subscription. */
export interface Known<Data> {
  data: Data | undefined;
  /** Why there is nothing newer; null while all is well. */
  error: unknown;
}

export const nothingKnown: Known<never> = { data: undefined, error: null };

/** A subscription, and how what comes is put to what was known. */
export interface Folded<Came, Data> {
  subscription: Subscribable<Came>;
  fold(known: Data | undefined, came: Came): Data;
}

interface Live {
  known: Known<unknown>;
  readonly listeners: Set<() => void>;
  begin(): void;
  end(): void;
}

/** The page's subscriptions by key: however many look at one, the server is asked once, until the last is gone. */
export class LiveSubscriptions {
  readonly #byKey = new Map<string, Live>();

  /** The same object until something comes. */
  known(key: string): Known<unknown> {
    return this.#byKey.get(key)?.known ?? nothingKnown;
  }

  /** Looks at one until the returned function is called. */
  listen<Came, Data>(key: string, folded: Folded<Came, Data>, listener: () => void): () => void {
    const live = this.#byKey.get(key) ?? this.#begin(key, folded);
    live.listeners.add(listener);
    return () => {
      live.listeners.delete(listener);
      if (live.listeners.size > 0) return;
      live.end();
      if (this.#byKey.get(key) === live) this.#byKey.delete(key);
    };
  }

  /** Begins one anew, at once. */
  restart(key: string): void {
    this.#byKey.get(key)?.begin();
  }

  #begin<Came, Data>(key: string, { subscription, fold }: Folded<Came, Data>): Live {
    let [data, end]: [Data | undefined, () => void] = [undefined, () => undefined];
    const tell = (error: unknown) => {
      live.known = { data, error };
      for (const listener of [...live.listeners]) listener();
    };
    const live: Live = {
      known: nothingKnown,
      listeners: new Set(),
      begin: () => {
        end();
        end = keepSubscribed(subscription, {
          onData: (came) => {
            data = fold(data, came);
            tell(null);
          },
          onError: tell,
          // What is known stays as it is: the page's own banner tells of a lost connection.
          onLost: (error) => tell(data === undefined ? error : null),
        });
      },
      end: () => end(),
    };
    this.#byKey.set(key, live);
    live.begin();
    return live;
  }
}
