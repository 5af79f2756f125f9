import type { ProviderRequest } from "@/server/access/single-sign-on/provider-request.schema";

/** What a browser went to a provider for. */
export type ProviderPurpose = "sign in" | "confirm";

interface KeptRequest {
  note: string;
  purpose: ProviderPurpose;
  /** Unix milliseconds. */
  at: number;
}

/**
 * Kept by the page's origin until the browser is back: an answer that somebody else's sign-in led to finds nothing here.
 * Not by the tab, as a confirmation has a window of its own.
 */
const prefix = "passdeck-provider.";
/** The server takes them no longer. */
const goodForMs = 10 * 60_000;
const channelName = "passdeck-provider";

/** Keeps what is handed back with a provider's answer, and forgets what nobody came back with. */
export function keepProviderRequest({ state, note }: ProviderRequest, purpose: ProviderPurpose): void {
  const now = Date.now();
  for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix)))
    if (!(now - (read(key)?.at ?? 0) < goodForMs)) localStorage.removeItem(key);
  const kept: KeptRequest = { note, purpose, at: now };
  localStorage.setItem(prefix + state, JSON.stringify(kept));
}

/** What was kept for a provider's answer, by the "state" in it; null where this browser asked for no such. It is taken once. */
export function takeProviderRequest(state: string): Pick<KeptRequest, "note" | "purpose"> | null {
  const kept = read(prefix + state);
  localStorage.removeItem(prefix + state);
  return kept;
}

/** Tells the page that asked for it that a provider has confirmed who it is. */
export function tellConfirmed(state: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(state);
  channel.close();
}

/** Calls `heard` with the "state" of what a provider has confirmed in another window, until the returned function is called. */
export function onConfirmed(heard: (state: unknown) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => heard(data);
  return () => channel.close();
}

function read(key: string): KeptRequest | null {
  const text = localStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as KeptRequest);
}
