/** Where to go after the sign-in: `wanted` where it is a page of this site, else the first page. */
export function safeNextPath(wanted: string | null | undefined): string {
  const fallback = "/";
  if (!wanted || wanted.length > 2_000) return fallback;
  // "//host" and "/\host" lead elsewhere; browsers drop tabs and line ends from an address before they read it.
  if (!/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return fallback;
  return /^\/(sign-in|setup)([/?#]|$)/.test(wanted) ? fallback : wanted;
}
