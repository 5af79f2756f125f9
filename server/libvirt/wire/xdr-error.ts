/** A message that breaks the rules of XDR (RFC 4506) or the protocol's bounds, read or to be written. */
export class XdrError extends Error {
  override readonly name = "XdrError";
}
