import type { Document } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { insertElement } from "../../xml/white-space";
import { attributeOf } from "../../xml/xml";
import { ensureContainer } from "../edit/containers";
import { deviceElements } from "../edit/device-elements";

/** A controller for disks on SCSI; libvirt's own choice would be one of the nineties, which few systems have a driver for. */
export function ensureScsi(document: Document): void {
  if (hasScsi(document)) return;
  const attributes = { type: "scsi", index: "0", model: "virtio-scsi" };
  const last = deviceElements(document).findLast(({ nodeName }) => nodeName === "controller");
  const controller = buildElement(document, { name: "controller", attributes });
  insertElement(ensureContainer(document, "devices"), controller, last);
}

/** What a running machine lacks for a device on SCSI; null where it has a controller. */
export function missingScsi(live: Document): string | null {
  return hasScsi(live) ? null : "it has no SCSI controller yet, which comes with its next start";
}

function hasScsi(document: Document): boolean {
  return deviceElements(document).some(
    (device) => device.nodeName === "controller" && attributeOf(device, "type") === "scsi",
  );
}
