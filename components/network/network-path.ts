/** The page of a network. */
export function networkPath(hostId: string, name: string): string {
  return `/networks/${encodeURIComponent(hostId)}/${encodeURIComponent(name)}`;
}
