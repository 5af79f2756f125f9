import type { HostSummary } from "@/server/fleet/schema";
import type { CheckId } from "@/server/host/checks/check.schema";

/** Names the check whose plan the page opens with. */
export const fixParameter = "fix";

/**
 * The page of a host, at one of its checks where one is meant. The host is named where there are several.
 * @param fix The check whose plan is shown at once.
 */
export function hostPath(
  hosts: readonly Pick<HostSummary, "id">[],
  hostId: string,
  part: CheckId | "huge-pages" | null = null,
  fix: CheckId | null = null,
): string {
  const named = new URLSearchParams(hosts.length > 1 ? { host: hostId } : {});
  if (fix !== null) named.set(fixParameter, fix);
  const query = named.size === 0 ? "" : `?${named}`;
  return `/host${query}${part === null ? "" : `#${part}`}`;
}

/** The host that a page's address names, else the first; null where there is none of that name. */
export function hostNamed<Named extends Pick<HostSummary, "id">>(
  hosts: readonly Named[],
  hostId: string | null,
): Named | null {
  return (hostId === null ? hosts[0] : hosts.find(({ id }) => id === hostId)) ?? null;
}
