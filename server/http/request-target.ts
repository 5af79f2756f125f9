/** What a request asks for. */
export interface RequestTarget {
  /** As it was sent: nothing decoded, nothing resolved. */
  path: string;
  query: URLSearchParams;
}

/**
 * Takes a request's target apart. Null for all but the origin form, "/path?query" (RFC 9112, 3.2.1): the absolute
 * form would name a host beside the Host header, and "//host" and backslashes are read as another host by some.
 */
export function parseTarget(target: string | undefined): RequestTarget | null {
  if (!target?.startsWith("/") || target.startsWith("//")) return null;
  if (!/^[\x21-\x5b\x5d-\x7e]+$/.test(target)) return null;
  const mark = target.indexOf("?");
  if (mark < 0) return { path: target, query: new URLSearchParams() };
  return { path: target.slice(0, mark), query: new URLSearchParams(target.slice(mark + 1)) };
}
