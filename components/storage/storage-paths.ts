/** The page of a pool. */
export function poolPath(hostId: string, pool: string): string {
  return `/storage/${encodeURIComponent(hostId)}/${encodeURIComponent(pool)}`;
}

/** Where a volume's content can be fetched. */
export function volumeContentPath(hostId: string, pool: string, volume: string): string {
  return `/api/volumes/${[hostId, pool, volume].map(encodeURIComponent).join("/")}`;
}

/** The name that a file at this address has, for a volume to be called so; "" where the address tells none. */
export function nameInUrl(url: string): string {
  try {
    const last = new URL(url).pathname.split("/").findLast((part) => part !== "") ?? "";
    return decodeURIComponent(last);
  } catch {
    return "";
  }
}
