import type { Logger } from "pino";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import { lifecycleWords } from "../../fleet/lifecycle-words";
import type { VmEvent } from "../../fleet/schema";
import {
  domainEventType,
  domainShutoffReason,
  domainState,
  domainStoppedDetail,
} from "../../libvirt/protocol/constants.gen";
import type { Notifications } from "../notifications";
import { aboutNothing } from "../occurrence.schema";
import { vmPage } from "../pages";
import { subjectWords } from "../subject.schema";

interface CrashParts {
  fleet: Pick<Fleet, "events" | "findVm" | "host">;
  notifications: Pick<Notifications, "tell">;
  log: Logger;
}

/** How libvirt tells that QEMU has ended without the guest having shut down. */
const endings: readonly string[] = [domainStoppedDetail.CRASHED, domainStoppedDetail.FAILED].map(
  (detail) => lifecycleWords(domainEventType.STOPPED, detail).detail,
);

/** Tells of each VM whose guest panicked, or whose QEMU ended by itself, until the returned function is called. */
export function tellCrashes({ fleet, notifications, log }: CrashParts): () => void {
  const tell = ({ hostId, vmId, vmName, at, sequence }: VmEvent, detail: string) =>
    notifications.tell(`vm-crashed/${hostId}/${vmId}/${at}/${sequence}`, {
      ...aboutNothing,
      subject: "vm-crashed",
      severity: subjectWords["vm-crashed"].severity,
      at,
      title: `The VM ${vmName} crashed`,
      detail,
      hostId,
      vmId,
      vmName,
      page: vmPage(hostId, vmId),
    });
  const look = async (event: VmEvent) => {
    if (event.kind === "crashed") return tell(event, `${event.detail}.`);
    if (event.kind !== "stopped" || !endings.includes(event.detail)) return;
    // The same event stands for a start that failed; which it was, libvirt keeps with the state.
    if (await hasCrashed(fleet, event)) tell(event, "QEMU ended without the guest having shut down.");
  };
  return fleet.events.watch((event) => {
    look(event).catch((error) =>
      log.warn({ err: error, vm: event.vmId }, "it could not be told whether a VM crashed"),
    );
  });
}

/** A transient VM is no more by then: it ran, so it has not failed to start. */
async function hasCrashed(fleet: CrashParts["fleet"], event: VmEvent): Promise<boolean> {
  try {
    return await isCrashed(fleet, event);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return true;
    throw error;
  }
}

async function isCrashed(fleet: CrashParts["fleet"], { hostId, vmId, vmName }: VmEvent): Promise<boolean> {
  const record = fleet.findVm(hostId, vmId);
  if (record === null) return true;
  const { state, reason } = await fleet
    .host(hostId)
    .run(`VM ${vmName}`, (connection) =>
      connection.call("domain_get_state", { dom: record.handle, flags: 0 }),
    );
  if (state === domainState.CRASHED) return true;
  return state === domainState.SHUTOFF && reason === domainShutoffReason.CRASHED;
}
