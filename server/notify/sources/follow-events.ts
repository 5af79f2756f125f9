import type { Logger } from "pino";
import type { AccessChanges } from "../../access/access-changes";
import type { Database } from "../../database/open-database";
import type { Fleet } from "../../fleet/fleet";
import type { Jobs } from "../../job/jobs";
import type { Notifications } from "../notifications";
import { tellHosts } from "./host-connections";
import { tellOfLooks } from "./host-looks";
import { tellJobs } from "./job-events";
import { tellSignIns } from "./sign-ins";
import { tellCrashes } from "./vm-crashes";

export interface EventParts {
  database: Database;
  changes: AccessChanges;
  fleet: Fleet;
  jobs: Jobs;
  notifications: Notifications;
  log: Logger;
}

/** Has notifications told of all that happens, and sent, until the returned function is called. */
export function followEvents({ database, changes, fleet, jobs, notifications, log }: EventParts): () => void {
  const stops = [
    changes.listen(() => notifications.heedUsers()),
    tellJobs({
      jobs,
      notifications,
      vmName: (hostId, vmId) => fleet.findVm(hostId, vmId)?.summary.name ?? null,
    }),
    tellCrashes({ fleet, notifications, log }),
    tellHosts({ fleet, notifications }),
    tellOfLooks({ fleet, notifications, log }),
    tellSignIns({ database, changes, notifications }),
  ];
  notifications.start();
  return () => {
    for (const stop of stops) stop();
  };
}
