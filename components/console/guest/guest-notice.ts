import { type ConsoleNotice, waiting } from "../console-notice";

/** What is said to a guest: nothing is offered that they may not do, and where all works, what their link is for. */
export function guestNotice(
  notice: ConsoleNotice | null,
  { vmName, readOnly }: { vmName: string; readOnly: boolean },
): ConsoleNotice | null {
  if (notice !== null) return { ...notice, action: notice.action === "connect" ? "connect" : null };
  return readOnly
    ? waiting(`Read only: your link is for watching. What you type or click is not sent to ${vmName}.`, false)
    : null;
}
