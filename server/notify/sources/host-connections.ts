import type { Fleet } from "../../fleet/fleet";
import type { HostSummary } from "../../fleet/schema";
import type { Notifications } from "../notifications";
import { aboutNothing, type Occurrence } from "../occurrence.schema";
import { hostPage } from "../pages";
import { subjectWords } from "../subject.schema";

interface ConnectionParts {
  fleet: Pick<Fleet, "watch" | "hostSummaries">;
  notifications: Pick<Notifications, "raise" | "clear">;
  /** A host that is back within it, as after a restart of libvirtd, was not unreachable; milliseconds. */
  graceMs?: number;
}

/** Tells of each host that is unreachable for a while, and when it is back, until the returned function is called. */
export function tellHosts({ fleet, notifications, graceMs = 60_000 }: ConnectionParts): () => void {
  const waiting = new Map<string, NodeJS.Timeout>();
  const raise = (hostId: string) => {
    const host = fleet.hostSummaries().find(({ id }) => id === hostId);
    waiting.delete(hostId);
    if (host?.connection === "lost") notifications.raise(conditionOf(hostId), lost(host));
  };
  const heed = (host: HostSummary) => {
    if (host.connection === "lost") {
      if (!waiting.has(host.id)) waiting.set(host.id, setTimeout(() => raise(host.id), graceMs).unref());
    } else if (host.connection === "connected") {
      clearTimeout(waiting.get(host.id));
      waiting.delete(host.id);
      notifications.clear(conditionOf(host.id), back(host));
    }
  };
  const stop = fleet.watch(({ hosts }) => hosts.forEach(heed));
  return () => {
    stop();
    for (const timer of waiting.values()) clearTimeout(timer);
  };
}

function conditionOf(hostId: string): string {
  return `host-unreachable/${hostId}`;
}

function lost({ id, name, problem }: HostSummary): Occurrence {
  return {
    ...aboutNothing,
    subject: "host-unreachable",
    severity: subjectWords["host-unreachable"].severity,
    at: Date.now(),
    title: `The host ${name} is unreachable`,
    detail: problem === null ? "" : `${problem.message} ${problem.fix}`,
    hostId: id,
    page: hostPage(id),
  };
}

function back({ id, name }: HostSummary): Occurrence {
  return {
    ...aboutNothing,
    subject: "host-back",
    severity: subjectWords["host-back"].severity,
    at: Date.now(),
    title: `The host ${name} is reachable again`,
    detail: "",
    hostId: id,
    page: hostPage(id),
  };
}
