import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import {
  agentState,
  blockJobStatus,
  domainEventId,
  networkEventId,
  nodeDeviceEventId,
  storagePoolEventId,
  trayChangeReason,
} from "../libvirt/protocol/constants.gen";
import { type EventWords, lifecycleWords } from "./lifecycle-words";
import type { DomainHandle } from "./read-vm";
import { wordsByNumber } from "./words-by-number";

/** What may change what is shown of a VM (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventID). */
const wanted = [
  domainEventId.LIFECYCLE,
  domainEventId.REBOOT,
  domainEventId.WATCHDOG,
  domainEventId.IO_ERROR,
  domainEventId.BLOCK_JOB,
  domainEventId.DISK_CHANGE,
  domainEventId.TRAY_CHANGE,
  domainEventId.BALLOON_CHANGE,
  domainEventId.DEVICE_REMOVED,
  domainEventId.AGENT_LIFECYCLE,
  domainEventId.DEVICE_ADDED,
  domainEventId.DEVICE_REMOVAL_FAILED,
  domainEventId.METADATA_CHANGE,
];

export interface DomainListener {
  /** Something of the VM is no longer as it was: read it anew. */
  changed(handle: DomainHandle): void;
  /** The balloon has a new size, bytes. */
  balloon(handle: DomainHandle, bytes: number): void;
  /** Something that a person may want to look up later. */
  happened(handle: DomainHandle, words: EventWords): void;
}

/** Asks libvirt for the events of all domains. A driver that lacks one of them goes without it. */
export async function subscribeDomainEvents(connection: Connection, listener: DomainListener): Promise<void> {
  const tell = (handle: DomainHandle, kind: string, detail: string) => {
    listener.happened(handle, { kind, detail });
    listener.changed(handle);
  };
  connection.on("domain_event_callback_lifecycle", ({ msg }) => {
    const { kind, detail } = lifecycleWords(msg.event, msg.detail);
    tell(msg.dom, kind, detail);
  });
  connection.on("domain_event_callback_reboot", ({ msg }) => tell(msg.dom, "rebooted", "The guest rebooted"));
  connection.on("domain_event_callback_watchdog", ({ msg }) =>
    tell(msg.dom, "watchdog", "Its watchdog fired"),
  );
  connection.on("domain_event_callback_io_error", ({ msg }) =>
    tell(msg.dom, "disk-error", `Disk error on ${msg.devAlias || msg.srcPath}`),
  );
  connection.on("domain_event_callback_block_job", ({ msg }) =>
    tell(msg.dom, "block-job", `Work on the disk ${msg.path}: ${blockJobWords.get(msg.status) ?? "changed"}`),
  );
  connection.on("domain_event_callback_disk_change", ({ msg }) =>
    tell(msg.dom, "disk-changed", `The medium in ${msg.devAlias} changed`),
  );
  connection.on("domain_event_callback_tray_change", ({ msg }) =>
    tell(
      msg.dom,
      "tray-changed",
      `The tray of ${msg.devAlias} was ${msg.reason === trayChangeReason.OPEN ? "opened" : "closed"}`,
    ),
  );
  connection.on("domain_event_callback_balloon_change", ({ msg }) =>
    listener.balloon(msg.dom, Number(msg.actual) * 1024),
  );
  connection.on("domain_event_callback_device_added", ({ dom, devAlias }) =>
    tell(dom, "device-added", `Device ${devAlias} was added`),
  );
  connection.on("domain_event_callback_device_removed", ({ msg }) =>
    tell(msg.dom, "device-removed", `Device ${msg.devAlias} was removed`),
  );
  connection.on("domain_event_callback_device_removal_failed", ({ dom, devAlias }) =>
    tell(dom, "device-removal-failed", `The guest did not let go of device ${devAlias}`),
  );
  connection.on("domain_event_callback_agent_lifecycle", ({ dom, state }) =>
    tell(
      dom,
      "agent",
      state === agentState.CONNECTED ? "The guest agent connected" : "The guest agent disconnected",
    ),
  );
  connection.on("domain_event_callback_metadata_change", ({ dom }) => listener.changed(dom));
  const register = (eventID: number) =>
    connection.call("connect_domain_event_callback_register_any", { eventID, dom: null });
  await Promise.all(wanted.map((eventID) => register(eventID).catch(ignoreMissing)));
}

const blockJobWords = wordsByNumber(blockJobStatus, {
  COMPLETED: "finished",
  FAILED: "failed",
  CANCELED: "was cancelled",
  READY: "is ready to pivot",
});

export interface ResourceListener {
  /** Networks or storage pools came, went, started or stopped. */
  resources(): void;
  /** A device of the host came, went or changed its driver. */
  devices(): void;
}

/** Asks libvirt for the events of networks, storage pools and devices of the host. */
export async function subscribeResourceEvents(
  connection: Connection,
  listener: ResourceListener,
): Promise<void> {
  connection.on("network_event_lifecycle", () => listener.resources());
  connection.on("storage_pool_event_lifecycle", () => listener.resources());
  connection.on("node_device_event_lifecycle", () => listener.devices());
  connection.on("node_device_event_update", () => listener.devices());
  await Promise.all([
    connection
      .call("connect_network_event_register_any", { eventID: networkEventId.LIFECYCLE, net: null })
      .catch(ignoreMissing),
    connection
      .call("connect_storage_pool_event_register_any", { eventID: storagePoolEventId.LIFECYCLE, pool: null })
      .catch(ignoreMissing),
    ...[nodeDeviceEventId.LIFECYCLE, nodeDeviceEventId.UPDATE].map((eventID) =>
      connection.call("connect_node_device_event_register_any", { eventID, dev: null }).catch(ignoreMissing),
    ),
  ]);
}

/** A driver without this kind of event answers with an error; the rest works without it. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof LibvirtError)) throw error;
}
