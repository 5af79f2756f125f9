import type { Document } from "@xmldom/xmldom";
import { AppError } from "../../errors";
import { readNumber } from "../../units/read-number";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { deviceElements } from "./device-elements";

/**
 * Whether a device may take the place `order`: libvirt refuses two with the same place, and places of devices beside
 * the old list of `<boot dev=…>` in `<os>`. An AppError "conflict" where it may not.
 */
export function checkBootOrder(document: Document, order: number): void {
  if (childrenOf(childOf(document.documentElement, "os"), "boot").length > 0) {
    throw new AppError("conflict", {
      userMessage:
        "The VM boots by kinds of devices (<boot dev=…> in <os>), which excludes a place of its own for a device. Give its disks places instead first.",
    });
  }
  const holder = deviceElements(document).find(
    (device) => readNumber(attributeOf(childOf(device, "boot"), "order") ?? "") === order,
  );
  if (holder === undefined) return;
  throw new AppError("conflict", {
    userMessage: `Place ${order} of the boot order is taken by the VM's ${holder.nodeName}. Choose another.`,
  });
}
