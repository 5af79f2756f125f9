import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf, childrenOf } from "../../xml/xml";
import { domainOf } from "../edit/domain-root";
import { hostDeviceWords } from "../host-devices/host-device.schema";
import { handedDevices } from "../host-devices/read-host-devices";
import { readNamedDevices } from "../named-devices";
import { endpointReach } from "./endpoint-reach";
import { kindOfPath } from "./path-places";
import type { Reach } from "./reach.schema";

/** Notes of people and programs, and a name in the kernel's tree of control groups: nothing is opened by them. */
const notOpened = new Set(["metadata", "title", "description", "resource"]);

/**
 * What of the host a VM's definition reaches, whichever form it has: files, folders, device nodes, sockets, programs,
 * QEMU's own arguments, ports, servers, devices. Paths are found wherever they stand, not by a list of places, so that
 * none is missed which a later libvirt knows. The same thing at one place is told once.
 */
export function readReach(document: Document): Reach[] {
  const domain = domainOf(document);
  const within = childrenOf(domain).flatMap((part) =>
    isOpened(part) ? reachWithin(part, part.nodeName, null) : [],
  );
  const devices = handedDevices(document).map(
    ({ source }): Reach => ({ kind: "host-device", target: hostDeviceWords(source), where: "devices" }),
  );
  const named = readNamedDevices(document).map(
    ({ name }): Reach => ({ kind: "host-device", target: `named device ${name}`, where: "metadata" }),
  );
  return unique([...within, ...devices, ...named]);
}

function isOpened({ nodeName }: Element): boolean {
  return !notOpened.has(nodeName);
}

/** @param deviceType The `type` of the device that `element` is of, or is within. */
function reachWithin(element: Element, way: string, deviceType: string | null): Reach[] {
  if (element.nodeName.startsWith("qemu:")) return qemuReach(element, way);
  const type = /^devices\/\w+$/.test(way) ? attributeOf(element, "type") : deviceType;
  return [
    ...pathsOf(element, way, type),
    ...endpointReach(element, way, type),
    ...confinementReach(element, way),
    ...childrenOf(element).flatMap((child) => reachWithin(child, `${way}/${child.nodeName}`, type)),
  ];
}

function pathsOf(element: Element, way: string, type: string | null): Reach[] {
  const texts = Array.from(element.attributes, ({ name, value }): [string, string] => [name, value]);
  if (childrenOf(element).length === 0) texts.push(["", element.textContent?.trim() ?? ""]);
  return texts.flatMap(([attribute, text]) =>
    text.startsWith("/")
      ? {
          kind: kindOfPath(way, attribute, type),
          target: text,
          where: attribute === "" ? way : `${way}@${attribute}`,
        }
      : [],
  );
}

/** Whatever libvirt's QEMU namespace carries goes to QEMU as it is (https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands). */
function qemuReach(element: Element, way: string): Reach[] {
  const children = childrenOf(element);
  if (children.length > 0) return children.flatMap((child) => qemuReach(child, `${way}/${child.nodeName}`));
  const words = Array.from(element.attributes, ({ value }) => value);
  return words.length === 0 ? [] : [{ kind: "qemu-argument", target: words.join("="), where: way }];
}

/** https://libvirt.org/formatdomain.html#security-label: a label of "none" or without relabelling takes a fence away. */
function confinementReach(element: Element, way: string): Reach[] {
  if (element.nodeName !== "seclabel") return [];
  const model = attributeOf(element, "model");
  const [type, relabel] = [attributeOf(element, "type"), attributeOf(element, "relabel")];
  if (type !== "none" && type !== "static" && relabel !== "no") return [];
  const words = [model, type, relabel === "no" ? "relabel=no" : null].filter((word) => word !== null);
  return [{ kind: "confinement", target: words.join(" "), where: way }];
}

function unique(reaches: readonly Reach[]): Reach[] {
  return [...new Map(reaches.map((reach) => [JSON.stringify(reach), reach])).values()];
}
