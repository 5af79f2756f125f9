import { readDefinition, unreadableDefinition, type VmDefinition } from "../domain/definition";
import { hostDeviceWords } from "../domain/host-devices/host-device.schema";
import { domainState } from "../libvirt/protocol/constants.gen";
import type { ProcedureResult } from "../libvirt/protocol/procedures.gen";
import { formatUuid } from "../libvirt/uuid";
import type { VmState, VmSummary } from "./schema";

/** libvirt's handle of a domain: name, UUID and, while it runs, its number. */
export type DomainHandle = ProcedureResult["connect_list_all_domains"]["domains"][number];

/** A VM as read from libvirt, with what it was read from. */
export interface VmRecord {
  handle: DomainHandle;
  xml: string;
  definition: VmDefinition;
  facts: VmFacts;
  summary: VmSummary;
}

/** What a domain's XML does not say. */
export interface VmFacts {
  state: VmState;
  persistent: boolean;
  autostart: boolean;
  hasSavedState: boolean;
  addresses: string[];
  /** The balloon's size by libvirt's last event, bytes; null while it never said. */
  balloonBytes: number | null;
}

/** virDomainState (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainState). */
const states: Readonly<Record<number, VmState>> = {
  [domainState.RUNNING]: "running",
  // Waits for something; Xen's word, which QEMU's driver does not use.
  [domainState.BLOCKED]: "running",
  [domainState.PAUSED]: "paused",
  [domainState.SHUTDOWN]: "shutting-down",
  [domainState.SHUTOFF]: "off",
  [domainState.CRASHED]: "crashed",
  [domainState.PMSUSPENDED]: "suspended",
};

export function stateOf(number: number): VmState {
  return states[number] ?? "unknown";
}

/** Whether a VM in `state` has a process on its host. */
export function isActive(state: VmState): boolean {
  return state !== "off" && state !== "crashed" && state !== "unknown";
}

export function idOf(handle: DomainHandle): string {
  return formatUuid(handle.uuid);
}

/** What libvirt said instead of an answer about one VM. */
export interface Refusal {
  refusal: string;
}

/**
 * Puts a record together; parses the XML only when it is another than `known` was read from. What can't be read is a
 * record that says so.
 */
export function buildRecord(
  hostId: string,
  handle: DomainHandle,
  description: { xml: string } | Refusal,
  facts: VmFacts,
  known: VmRecord | undefined,
): VmRecord {
  const { xml, definition } = definitionIn(description, known);
  // An event's handle may bear the name from before a renaming; libvirt goes by its UUID, and what is read is newer.
  const named = { ...handle, name: definition.name || handle.name };
  return { handle: named, xml, definition, facts, summary: summarize(hostId, named, definition, facts) };
}

/** A record whose VM has other facts by now. */
export function withFacts(record: VmRecord, facts: VmFacts): VmRecord {
  const { handle, definition, summary } = record;
  return { ...record, facts, summary: summarize(summary.hostId, handle, definition, facts) };
}

function definitionIn(
  description: { xml: string } | Refusal,
  known: VmRecord | undefined,
): Pick<VmRecord, "xml" | "definition"> {
  if ("refusal" in description) {
    return {
      xml: "",
      definition: unreadableDefinition("", `libvirt does not give it: ${description.refusal}`),
    };
  }
  const { xml } = description;
  return { xml, definition: known?.xml === xml ? known.definition : readDefinition(xml) };
}

function summarize(
  hostId: string,
  handle: DomainHandle,
  definition: VmDefinition,
  facts: VmFacts,
): VmSummary {
  const { name: _name, hostDevices, ...rest } = definition;
  const { balloonBytes, ...known } = facts;
  return {
    hostId,
    id: idOf(handle),
    name: handle.name,
    ...rest,
    ...known,
    otherHostDevices: hostDevices.flatMap(({ source }) =>
      source.bus === "pci" ? [] : hostDeviceWords(source),
    ),
    mayHaveGpu:
      definition.namedDevices.length > 0 ||
      hostDevices.some(({ source: { bus } }) => bus === "pci" || bus === "mdev"),
    memoryBytes: balloonBytes ?? definition.memoryBytes,
  };
}
