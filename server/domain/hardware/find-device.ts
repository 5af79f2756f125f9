import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf } from "../../xml/xml";
import { deviceElements } from "../edit/host-devices";
import type { DeviceKind } from "./device-kind.schema";
import { deviceKinds } from "./device-kinds.schema";
import { readValues } from "./values";

/** A device of a definition. */
export interface Device {
  /** Finds it again, in this definition and in a later one or the running machine's. */
  key: string;
  /** null of a sort that Passdeck has no form for. */
  kind: DeviceKind | null;
  element: Element;
}

/** What each of these is known by, other than by its place. */
const natural: Readonly<Record<string, string>> = { disk: "target", drive: "target", network: "mac" };

/** QEMU's program is written among the devices and is none. */
const noDevices: readonly string[] = ["emulator"];

/** All devices, in the definition's order. */
export function devicesOf(document: Document): Device[] {
  const counts = new Map<string, number>();
  const used = new Set<string>();
  return deviceElements(document)
    .filter(({ nodeName }) => !noDevices.includes(nodeName))
    .map((element) => {
      const kind = kindOf(element);
      const sort = kind?.id ?? `other-${element.nodeName}`;
      const count = counts.get(sort) ?? 0;
      counts.set(sort, count + 1);
      const own = naturalKey(element, kind);
      const key = own === null || used.has(own) ? `${sort}:${count}` : own;
      used.add(key);
      return { key, kind, element };
    });
}

export function findDevice(document: Document, key: string): Device | undefined {
  return devicesOf(document).find((device) => device.key === key);
}

function kindOf(element: Element): DeviceKind | null {
  return deviceKinds.find((kind) => isOf(element, kind)) ?? null;
}

function isOf(element: Element, { element: name, is = {} }: DeviceKind): boolean {
  if (element.nodeName !== name) return false;
  return Object.entries(is).every(([attribute, values]) => values.includes(attributeOf(element, attribute)));
}

function naturalKey(element: Element, kind: DeviceKind | null): string | null {
  const name = natural[kind?.id ?? ""];
  if (kind === null || name === undefined) return null;
  const value = readValues(element, kind.fields)[name];
  return value == null ? null : `${kind.id}:${value}`;
}
