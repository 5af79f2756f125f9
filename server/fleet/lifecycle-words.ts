import {
  domainCrashedDetail,
  domainDefinedDetail,
  domainEventType,
  domainPmSuspendedDetail,
  domainResumedDetail,
  domainShutdownDetail,
  domainStartedDetail,
  domainStoppedDetail,
  domainSuspendedDetail,
  domainUndefinedDetail,
} from "../libvirt/protocol/constants.gen";
import { wordsByNumber } from "./words-by-number";

/**
 * What libvirt's lifecycle events mean to people: virDomainEventType and its details
 * (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventType).
 */
export interface EventWords {
  kind: string;
  detail: string;
}

interface Lifecycle {
  kind: string;
  details: ReadonlyMap<number, string>;
}

const defined: Lifecycle = {
  kind: "defined",
  details: wordsByNumber(domainDefinedDetail, {
    ADDED: "Defined",
    UPDATED: "Definition changed",
    RENAMED: "Renamed",
    FROM_SNAPSHOT: "Definition taken from a snapshot",
  }),
};

const forgotten: Lifecycle = {
  kind: "undefined",
  details: wordsByNumber(domainUndefinedDetail, { REMOVED: "Definition removed", RENAMED: "Renamed" }),
};

const started: Lifecycle = {
  kind: "started",
  details: wordsByNumber(domainStartedDetail, {
    BOOTED: "Started",
    MIGRATED: "Arrived by migration",
    RESTORED: "Restored from its saved state",
    FROM_SNAPSHOT: "Started from a snapshot",
    WAKEUP: "Woke up",
  }),
};

const paused: Lifecycle = {
  kind: "paused",
  details: wordsByNumber(domainSuspendedDetail, {
    PAUSED: "Paused",
    MIGRATED: "Paused for migration",
    IOERROR: "Paused: a disk reported an error",
    WATCHDOG: "Paused by its watchdog",
    RESTORED: "Restored, still paused",
    FROM_SNAPSHOT: "Paused by a snapshot",
    API_ERROR: "Paused after a failed call",
    POSTCOPY: "Paused in post-copy migration",
    POSTCOPY_FAILED: "Paused: post-copy migration failed",
  }),
};

const resumed: Lifecycle = {
  kind: "resumed",
  details: wordsByNumber(domainResumedDetail, {
    UNPAUSED: "Resumed",
    MIGRATED: "Resumed after migration",
    FROM_SNAPSHOT: "Resumed from a snapshot",
    POSTCOPY: "Resumed in post-copy migration",
    POSTCOPY_FAILED: "Resumed after post-copy migration failed",
  }),
};

const stopped: Lifecycle = {
  kind: "stopped",
  details: wordsByNumber(domainStoppedDetail, {
    SHUTDOWN: "Shut down",
    DESTROYED: "Forced off",
    CRASHED: "Crashed",
    MIGRATED: "Left by migration",
    SAVED: "Saved to disk",
    FAILED: "Failed to start",
    FROM_SNAPSHOT: "Stopped by a snapshot",
  }),
};

const shuttingDown: Lifecycle = {
  kind: "shutting-down",
  details: wordsByNumber(domainShutdownDetail, {
    FINISHED: "The guest finished shutting down",
    GUEST: "The guest asked to shut down",
    HOST: "The host asked it to shut down",
  }),
};

const suspended: Lifecycle = {
  kind: "suspended",
  details: wordsByNumber(domainPmSuspendedDetail, {
    MEMORY: "The guest suspended to memory",
    DISK: "The guest suspended to disk",
  }),
};

const crashed: Lifecycle = {
  kind: "crashed",
  details: wordsByNumber(domainCrashedDetail, {
    PANICKED: "The guest panicked",
    CRASHLOADED: "The guest crashed and loaded its crash kernel",
  }),
};

const lifecycles: Readonly<Record<keyof typeof domainEventType, Lifecycle>> = {
  DEFINED: defined,
  UNDEFINED: forgotten,
  STARTED: started,
  SUSPENDED: paused,
  RESUMED: resumed,
  STOPPED: stopped,
  SHUTDOWN: shuttingDown,
  PMSUSPENDED: suspended,
  CRASHED: crashed,
};

/** Words for a lifecycle event. A type or detail newer than these tables is named by its number. */
export function lifecycleWords(event: number, detail: number): EventWords {
  const names = Object.keys(lifecycles) as (keyof typeof lifecycles)[];
  const name = names.find((one) => domainEventType[one] === event);
  if (name === undefined) return { kind: "changed", detail: `Lifecycle event ${event}, detail ${detail}` };
  const { kind, details } = lifecycles[name];
  return { kind, detail: details.get(detail) ?? `${details.get(0)} (detail ${detail})` };
}
