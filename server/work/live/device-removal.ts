import type { DomainHandle } from "../../domain/lifecycle";
import type { Connection } from "../../libvirt/connection";
import { ConnectionError } from "../../libvirt/errors";
import { domainEventId, domainEventType } from "../../libvirt/protocol/constants.gen";
import { formatUuid } from "../../libvirt/uuid";

/** What becomes of a device that a guest was asked to let go of. `machine-off`: it went with the whole machine. */
export type Removal = "removed" | "refused" | "machine-off";

/** What libvirt tells of the devices of one running machine. */
export interface RemovalWatch {
  /** Resolves when libvirt first tells of the device; rejects when the connection or the signal ends. */
  told(signal: AbortSignal): Promise<Removal>;
  stop(): Promise<void>;
}

const wanted = [domainEventId.DEVICE_REMOVED, domainEventId.DEVICE_REMOVAL_FAILED, domainEventId.LIFECYCLE];

/**
 * Listens for what becomes of a device, by libvirt's events. To be begun before the guest is asked.
 * @param alias libvirt's own name of the device.
 */
export async function watchRemoval(
  connection: Connection,
  dom: DomainHandle,
  alias: string,
): Promise<RemovalWatch> {
  let tell: (removal: Removal) => void = () => undefined;
  const first = new Promise<Removal>((resolve) => (tell = resolve));
  const isIt = (of: DomainHandle) => formatUuid(of.uuid) === formatUuid(dom.uuid);
  const deaf = [
    connection.on("domain_event_callback_device_removed", ({ msg }) => {
      if (isIt(msg.dom) && msg.devAlias === alias) tell("removed");
    }),
    connection.on("domain_event_callback_device_removal_failed", (failure) => {
      if (isIt(failure.dom) && failure.devAlias === alias) tell("refused");
    }),
    connection.on("domain_event_callback_lifecycle", ({ msg }) => {
      if (isIt(msg.dom) && msg.event === domainEventType.STOPPED) tell("machine-off");
    }),
  ];
  const register = (eventID: number) =>
    connection.call("connect_domain_event_callback_register_any", { eventID, dom });
  const callbacks = await Promise.all(wanted.map(register));
  return {
    told: (signal) => Promise.race([first, ended(signal), broken(connection)]),
    stop: async () => {
      for (const stop of deaf) stop();
      for (const { callbackID } of callbacks)
        await connection
          .call("connect_domain_event_callback_deregister_any", { callbackID })
          // A connection that has ended tells nothing more.
          .catch(() => undefined);
    },
  };
}

function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

async function broken({ closed }: Connection): Promise<never> {
  throw (await closed) ?? new ConnectionError("closed", "the connection to libvirt was closed");
}
