import type { HostSummary } from "@/server/fleet/schema";

/** What each host is called where several stand together, by its id: its name, and its id beside that where another one has the same. */
export function hostLabels(hosts: readonly Pick<HostSummary, "id" | "name">[]): ReadonlyMap<string, string> {
  const isTwin = (name: string) => hosts.filter((host) => host.name === name).length > 1;
  return new Map(hosts.map(({ id, name }) => [id, isTwin(name) && id !== name ? `${name} (${id})` : name]));
}
