import type { Document, Element } from "@xmldom/xmldom";
import { AppError } from "../../../errors";
import { buildElement } from "../../../xml/build-element";
import { insertElement } from "../../../xml/white-space";
import { attributeOf, childOf } from "../../../xml/xml";
import { ensureContainer } from "../../edit/containers";
import { deviceElements } from "../../edit/device-elements";
import type { Values } from "../../fields/field.schema";

/** The USB 2 controller whose slower devices are served by companions of the same number. */
const main = "ich9-ehci1";

/** By model, the first of the main controller's ports that it serves (https://libvirt.org/formatdomain.html#controllers). */
const startPorts: Readonly<Record<string, string>> = {
  "ich9-uhci1": "0",
  "ich9-uhci2": "2",
  "ich9-uhci3": "4",
};

export function takesCompanions({ type, model }: Values): boolean {
  return type === "usb" && model === main;
}

/** The companions that share a USB controller's number. */
export function companionsOf(document: Document, controller: Element): Element[] {
  const index = attributeOf(controller, "index") ?? "0";
  return deviceElements(document).filter(
    (device) =>
      device !== controller && isCompanion(device) && (attributeOf(device, "index") ?? "0") === index,
  );
}

/** Gives an ich9-ehci1 the companions that it has not. */
export function makeCompanions(document: Document, controller: Element): void {
  const had = companionsOf(document, controller).map((companion) => attributeOf(companion, "model"));
  let last = controller;
  for (const [model, startport] of Object.entries(startPorts)) {
    if (had.includes(model)) continue;
    const attributes = { type: "usb", index: attributeOf(controller, "index") ?? "0", model };
    const master = { name: "master", attributes: { startport } };
    const companion = buildElement(document, { name: "controller", attributes, children: [master] });
    insertElement(ensureContainer(document, "devices"), companion, last);
    last = companion;
  }
}

/** @throws AppError "bad-input" for a companion: its controller is what is changed. */
export function refuseCompanion(document: Document, controller: Element): void {
  const index = attributeOf(controller, "index") ?? "0";
  const mains = deviceElements(document).filter(
    (device) =>
      device !== controller &&
      device.nodeName === "controller" &&
      attributeOf(device, "type") === "usb" &&
      (attributeOf(device, "index") ?? "0") === index &&
      !isCompanion(device),
  );
  if (mains.length === 0 || !isCompanion(controller)) return;
  throw new AppError("bad-input", {
    userMessage: `Model: this is a companion of the USB controller ${index} (${attributeOf(mains[0] ?? null, "model")}). Change that one; its companions go with it.`,
  });
}

function isCompanion(device: Element): boolean {
  return (
    device.nodeName === "controller" &&
    attributeOf(device, "type") === "usb" &&
    childOf(device, "master") !== null
  );
}
