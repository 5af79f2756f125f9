/**
 * The one-time token of the printed link, which stands behind the "#" of the address: browsers keep that to themselves. One
 * in the query, as older versions printed it, has been sent already; it is taken as well, and goes out of the address.
 */
export function takeSetupToken(): string | null {
  const { hash, search, pathname } = window.location;
  const kept = new URLSearchParams(hash.slice(1)).get("token");
  if (kept !== null) return kept;
  const sent = new URLSearchParams(search).get("token");
  if (sent !== null) window.history.replaceState(null, "", `${pathname}#token=${sent}`);
  return sent;
}
