import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { buildElement, namespacedChildren, qemuNamespace } from "../../xml/build-element";
import { insertElement, insertElementBefore, isBare, removeElement } from "../../xml/white-space";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { hostPciDevices } from "../host-devices/read-host-devices";
import { domainOf } from "./domain-root";

/** A property of a QEMU device that libvirt has no element for (https://libvirt.org/drvqemu.html, "Overriding properties"). */
export interface DeviceProperty {
  name: string;
  type: "bool" | "unsigned" | "signed" | "string";
  value: string;
}

/** The name by which a device of the host is told to QEMU; libvirt keeps names that begin with "ua-". */
export function userAlias(address: string): string {
  return `ua-pci-${address.replace(/[:.]/g, "-")}`;
}

/**
 * Sets a property of an attached device through `<qemu:override>` (libvirt 8.2 and later), under the device's alias,
 * which it gets where it has none of its own.
 */
export function setDeviceProperty(document: Document, address: string, property: DeviceProperty): void {
  const frontend = frontendOf(document, aliasOf(document, address));
  const { name, type, value } = property;
  const found = namespacedChildren(frontend, qemuNamespace, "property").find(
    (element) => attributeOf(element, "name") === name,
  );
  if (found !== undefined) found.setAttribute("value", value);
  else
    insertElement(
      frontend,
      buildElement(document, { name: "qemu:property", attributes: { name, type, value } }),
    );
}

/** Takes a device's overridden properties out, with what was only there for them. */
export function dropDeviceProperties(document: Document, device: Element) {
  const alias = attributeOf(childOf(device, "alias"), "name");
  if (alias === null) return;
  for (const override of namespacedChildren(domainOf(document), qemuNamespace, "override")) {
    const entries = namespacedChildren(override, qemuNamespace, "device");
    const ours = entries.filter((element) => attributeOf(element, "alias") === alias);
    for (const element of ours) removeElement(element);
    if (ours.length > 0 && isBare(override)) removeElement(override);
  }
}

function aliasOf(document: Document, address: string): string {
  const device = hostPciDevices(document).find((found) => found.address === address)?.element;
  if (device === undefined) {
    throw new AppError("not-found", { userMessage: `The VM does not have ${address}.` });
  }
  const found = attributeOf(childOf(device, "alias"), "name");
  // libvirt's own names (hostdev0) are only those of the run that wrote them.
  if (found?.startsWith("ua-")) return found;
  const name = userAlias(address);
  const alias = buildElement(document, { name: "alias", attributes: { name } });
  const place = childOf(device, "address");
  if (place === null) insertElement(device, alias);
  else insertElementBefore(device, alias, place);
  return name;
}

function frontendOf(document: Document, alias: string): Element {
  const domain = domainOf(document);
  const overrides = namespacedChildren(domain, qemuNamespace, "override");
  const override = overrides[0] ?? insertNew(document, domain, { name: "qemu:override" });
  const devices = overrides.flatMap((found) => namespacedChildren(found, qemuNamespace, "device"));
  const device =
    devices.find((element) => attributeOf(element, "alias") === alias) ??
    insertNew(document, override, { name: "qemu:device", attributes: { alias } });
  const frontend = childrenOf(device).find((element) => element.localName === "frontend");
  return frontend ?? insertNew(document, device, { name: "qemu:frontend" });
}

function insertNew(
  document: Document,
  parent: Element,
  plan: { name: string; attributes?: Record<string, string> },
): Element {
  const element = buildElement(document, plan);
  insertElement(parent, element);
  return element;
}
