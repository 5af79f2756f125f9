const publicPages = ["/sign-in", "/setup", "/join", "/console-link"];

let isSigningOut = false;

/**
 * While somebody signs out the page goes where the answer says, to their provider perhaps: what tells meanwhile that the
 * session is over leads nowhere.
 */
export function setSigningOut(is: boolean): void {
  isSigningOut = is;
}

/**
 * Goes to the sign-in page, which brings the person back here afterwards. Does nothing on the pages that need no
 * sign-in: there a 401 is an answer to a wrong password, not the end of a session.
 */
export function leaveWhenSignedOut(): void {
  if (isSigningOut) return;
  const { pathname, search } = window.location;
  if (publicPages.some((page) => pathname.startsWith(page))) return;
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
