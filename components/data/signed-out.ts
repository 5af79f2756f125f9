const publicPages = ["/sign-in", "/setup", "/join"];

/**
 * Goes to the sign-in page, which brings the person back here afterwards. Does nothing on the pages that need no
 * sign-in: there a 401 is an answer to a wrong password, not the end of a session.
 */
export function leaveWhenSignedOut(): void {
  const { pathname, search } = window.location;
  if (publicPages.some((page) => pathname.startsWith(page))) return;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
