/** The page of the cluster that a host is a node of. */
export function availabilityPath(hostId: string): string {
  return `/host/availability?host=${encodeURIComponent(hostId)}`;
}
