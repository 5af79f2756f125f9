import { seenJob } from "../api/veil";
import type { Fleet } from "../fleet/fleet";
import type { Jobs } from "../job/jobs";
import { ChannelKey } from "../notify/channel-secrets";
import { Notifications } from "../notify/notifications";
import { mayNotify } from "../notify/send/address";
import type { AccessRooms } from "./open-access";
import type { Opening } from "./opening";

/** What is told by mail and other channels; each is told of what they may see alone. */
export function openNotifications(
  { settings, log, closers }: Opening,
  { room: { database }, sight }: Pick<AccessRooms, "room" | "sight">,
  { fleet, jobs }: { fleet: Fleet; jobs: Jobs },
): Notifications {
  const notifications = new Notifications({
    database,
    key: new ChannelKey(settings.dataFolder),
    whoIs: (userId) => sight.whoIs(userId),
    seenJob: (who, jobId) => {
      const job = jobs.find(jobId);
      return job && seenJob(who, fleet, job);
    },
    linkTo: (page) => settings.publicUrl && `${settings.publicUrl}${page}`,
    // Nothing of the demo goes to other places.
    ways: settings.demo ? null : { mayAsk: mayNotify },
    log: log.child({ room: "notify" }),
  });
  closers.push(() => notifications.stop());
  return notifications;
}
