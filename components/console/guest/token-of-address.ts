/** The token of a console's link, which stands behind the "#" of its address: browsers keep that to themselves. */
export function tokenOfAddress(hash: string): string {
  return new URLSearchParams(hash.slice(1)).get("token") ?? "";
}
