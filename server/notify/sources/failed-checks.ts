import type { Check } from "../../host/checks/check.schema";
import type { Notifications } from "../notifications";
import { aboutNothing } from "../occurrence.schema";
import { hostPage } from "../pages";
import { subjectWords } from "../subject.schema";

/** Tells of checks of a host that fail, each once until it passes. One that is unknown now is neither. */
export function tellChecks(
  hostId: string,
  checks: readonly Check[],
  notifications: Pick<Notifications, "raise" | "clear">,
): void {
  for (const { id, status, title, detail, fix } of checks) {
    const condition = `check-failed/${hostId}/${id}`;
    if (status === "unknown") continue;
    if (status !== "fail") {
      notifications.clear(condition);
      continue;
    }
    notifications.raise(condition, {
      ...aboutNothing,
      subject: "check-failed",
      severity: subjectWords["check-failed"].severity,
      at: Date.now(),
      title: `A check of the host ${hostId} fails: ${title}`,
      detail: fix === null ? detail : `${detail} ${fix}`,
      hostId,
      page: hostPage(hostId),
    });
  }
}
