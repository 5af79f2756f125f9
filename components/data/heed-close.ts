import { pageQueryClient } from "./query-client";
import { leaveWhenSignedOut } from "./signed-out";

/**
 * Heeds why the server closed the API's socket (`server/http/open-sockets.ts`): 4401, the session is over; 4403, its user may do
 * other things from now on.
 */
export function heedClose(code: number | undefined): void {
  if (code === 4401) leaveWhenSignedOut();
  if (code === 4403) void pageQueryClient().invalidateQueries({ queryKey: ["session.state"] });
}
