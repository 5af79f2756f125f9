import type { Logger } from "pino";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { readPools } from "../../storage/read-pools";
import type { Notifications } from "../notifications";
import { tellChecks } from "./failed-checks";
import { tellFullPools } from "./full-pools";
import { tellLostCards } from "./lost-cards";

interface LookParts {
  fleet: Pick<Fleet, "hostSummaries" | "vmsOf" | "shownHardware" | "host" | "watchDevices">;
  notifications: Pick<Notifications, "wants" | "raise" | "clear" | "raised" | "policy" | "onChange">;
  log: Logger;
}

/** libvirt tells of no pool that fills up, and the kernel of no check that fails: they are looked at this often. */
const everyMs = 5 * 60_000;
/** Several functions of a card go one after the other; milliseconds. */
const settledMs = 2_000;

/**
 * Looks at hosts' devices, checks and pools as far as somebody wants to hear of them: now and then, and when libvirt tells that a
 * device has come or gone; until the returned function is called.
 */
export function tellOfLooks({ fleet, notifications, log }: LookParts): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async () => {
    for (const { id, connection } of fleet.hostSummaries())
      if (connection === "connected")
        await lookAt(id).catch((error) => {
          if (!(error instanceof AppError)) throw error;
          log.debug({ err: error, host: id }, "a host could not be looked at for notifications");
        });
  };
  const lookAt = async (hostId: string) => {
    if (notifications.wants("card-lost") || notifications.wants("check-failed")) {
      const report = await fleet.shownHardware(hostId);
      const vms = fleet.vmsOf(hostId).map(({ summary }) => summary);
      if (notifications.wants("card-lost")) tellLostCards(hostId, report, vms, notifications);
      if (notifications.wants("check-failed")) tellChecks(hostId, report.checks, notifications);
    }
    if (!notifications.wants("pool-nearly-full")) return;
    const pools = await fleet.host(hostId).run("Storage pools", readPools);
    tellFullPools(hostId, pools, notifications.policy.poolPercent, notifications);
  };
  const lookIn = (waitMs: number) => {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      look()
        .catch((error) => log.error({ err: error }, "hosts could not be looked at for notifications"))
        .finally(() => lookIn(everyMs));
    }, waitMs).unref();
  };
  lookIn(settledMs);
  const stops = [
    fleet.watchDevices(() => lookIn(settledMs)),
    // Somebody may want to hear of something that nobody wanted to hear of before.
    notifications.onChange(() => lookIn(settledMs)),
  ];
  return () => {
    stopped = true;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
