import type { Element } from "@xmldom/xmldom";
import { slotOf } from "../units/pci-address.schema";
import { readNumber } from "../units/read-number";
import { attributeOf, childOf, parseXml, textOf } from "../xml/xml";
import { type DiskDefinition, parseDefinition } from "./definition";
import { domainOf } from "./edit/domain-root";
import type { HostDeviceSource } from "./host-devices/host-device.schema";
import { hostDevices } from "./host-devices/read-host-devices";
import { readNamedDevices } from "./named-devices";
import { portOfAlias, readUsbPorts } from "./usb-ports";

/** What a definition takes of its host. */
export interface DefinitionUse {
  /** The most that it can have: what is plugged later is among them. */
  vcpus: number;
  memoryBytes: number;
  /** Devices of the host that are passed through: all functions of a card are one. */
  cards: number;
  /** Disks that it writes to, once each: by what they are, "/path" or "pool/volume", and what the guest's bus calls them. */
  disks: { source: string; target: string }[];
}

/** Reads what a definition takes; an AppError "bad-input" where the text is no domain's. */
export function definitionUse(xml: string): DefinitionUse {
  const document = parseXml(xml);
  const { maximumMemoryBytes, disks } = parseDefinition(xml);
  const handed = hostDevices(document).map(({ source, element }) => portOf(element) ?? cardOf(source));
  const ports = readUsbPorts(document).map(portName);
  // One that a running machine was given is among its devices.
  const named = readNamedDevices(document);
  return {
    vcpus: readNumber(textOf(childOf(domainOf(document), "vcpu")) ?? "1") ?? 1,
    memoryBytes: maximumMemoryBytes,
    cards: new Set([...handed, ...ports]).size + named.filter(({ address }) => address === null).length,
    disks: writtenDisks(disks),
  };
}

/** Two devices of one name are one: the functions of a card. */
function cardOf(source: HostDeviceSource): string {
  return source.bus === "pci" ? `pci ${slotOf(source.address)}` : JSON.stringify(source);
}

/** Of what Passdeck has plugged into a running VM: the port that it is in, which is counted already. */
function portOf(device: Element): string | null {
  const port = portOfAlias(attributeOf(childOf(device, "alias"), "name"));
  return port === null ? null : portName(port);
}

function portName(port: string): string {
  return `usb port ${port}`;
}

function writtenDisks(disks: readonly DiskDefinition[]): DefinitionUse["disks"] {
  const written = new Map<string, string>();
  for (const { source, target, device, readOnly } of disks)
    if (source !== null && !readOnly && (device === "disk" || device === "lun")) written.set(source, target);
  return [...written].map(([source, target]) => ({ source, target }));
}
