import type { HostSummary } from "@/server/fleet/schema";

/** How Passdeck stands with a host, in a word or two. */
export const connectionWords: Readonly<Record<HostSummary["connection"], string>> = {
  connected: "Connected",
  connecting: "Connecting…",
  lost: "Not connected",
};
