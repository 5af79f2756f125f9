import type { Document, Element } from "@xmldom/xmldom";
import { buildElement } from "../../xml/build-element";
import { insertElement } from "../../xml/white-space";
import { attributeOf } from "../../xml/xml";
import { ensureContainer } from "../edit/containers";
import { deviceElements } from "../edit/device-elements";
import { freeRootSlot, slotPlans } from "../edit/root-slot";

type Input = "mouse" | "keyboard";

/** A virtio mouse and keyboard, which carry all buttons and keys that SPICE hands on. @returns which of them were added. */
export function addPointerAndKeyboard(document: Document): Input[] {
  const missing = (["mouse", "keyboard"] as const).filter(
    (type) => !deviceElements(document).some((device) => isVirtioInput(device, type)),
  );
  for (const type of missing) {
    const attributes = { type, bus: "virtio" };
    const plan = { name: "input", attributes, children: slotPlans(freeRootSlot(document)) };
    const last = deviceElements(document).findLast(({ nodeName }) => nodeName === "input");
    insertElement(ensureContainer(document, "devices"), buildElement(document, plan), last);
  }
  return missing;
}

export function isVirtioInput(device: Element, type: Input): boolean {
  return (
    device.nodeName === "input" &&
    attributeOf(device, "type") === type &&
    attributeOf(device, "bus") === "virtio"
  );
}
