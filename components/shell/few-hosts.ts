import { formatNumber } from "@/components/formats/numbers";
import type { HostSummary } from "@/server/fleet/schema";

/** As many as there is room for, and how the others stand in words; null where there are none. */
export interface FewHosts {
  shown: readonly HostSummary[];
  others: string | null;
}

/** All hosts where they are few; of many those that want a look, and how many others there are. */
export function fewHosts(hosts: readonly HostSummary[], atMost: number): FewHosts {
  if (hosts.length <= atMost) return { shown: hosts, others: null };
  const shown = hosts.filter(({ connection }) => connection !== "connected").slice(0, atMost);
  const count = formatNumber(hosts.length - shown.length);
  return { shown, others: shown.length === 0 ? `${count} hosts connected` : `and ${count} more` };
}
