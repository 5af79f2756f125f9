import { openGuestConsole, seeGuestLink } from "../work/console/guest-link";
import { mutation } from "./act-procedure";
import { router } from "./trpc";

/** For who has no account and came by a link. All is posted: an address stands in logs. */
export const guestRouter = router({
  link: mutation(seeGuestLink),
  openConsole: mutation(openGuestConsole),
});
