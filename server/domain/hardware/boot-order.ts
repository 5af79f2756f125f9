import type { Document, Element } from "@xmldom/xmldom";
import { removeElement } from "../../xml/white-space";
import { attributeOf, childOf, childrenOf } from "../../xml/xml";
import { type Device, devicesOf, valuesOf } from "../devices/find-device";
import { placeOf } from "../fields/place";
import { putValue } from "../fields/values";
import type { BootOrder } from "./hardware.schema";

/** The boot order, be it written by device or, as of old, by kinds of devices in `<os>`. */
export function readBootOrder(document: Document): BootOrder {
  const bootable = devicesOf(document).filter(({ form }) => form?.boots !== undefined);
  const byDevice = bootable
    .filter(({ element }) => placeIn(element) !== null)
    .sort((one, other) => (placeIn(one.element) ?? 0) - (placeIn(other.element) ?? 0));
  const inOrder = byDevice.length > 0 ? byDevice : byKinds(document, bootable);
  const order = inOrder.map(({ key }) => key);
  return { order, others: bootable.map(({ key }) => key).filter((key) => !order.includes(key)) };
}

/** Gives the devices their places, by device; the old list of kinds, which excludes that, goes. */
export function writeBootOrder(document: Document, order: readonly string[]): void {
  for (const boot of childrenOf(childOf(document.documentElement, "os"), "boot")) removeElement(boot);
  for (const { key, form, element } of devicesOf(document)) {
    const place = order.indexOf(key);
    const boot = childOf(element, "boot");
    if (place >= 0) {
      if (placeIn(element) !== place + 1) putValue(element, placeOf("boot@order"), String(place + 1));
    } else if (form?.boots !== undefined && boot !== null) removeElement(boot);
  }
}

function placeIn(element: Element): number | null {
  const order = attributeOf(childOf(element, "boot"), "order");
  return order === null ? null : Number(order);
}

/** https://libvirt.org/formatdomain.html#bios-bootloader: the first of each kind is tried; "hd" are the disks in their order. */
function byKinds(document: Document, bootable: readonly Device[]): Device[] {
  const kinds = childrenOf(childOf(document.documentElement, "os"), "boot").map((boot) =>
    attributeOf(boot, "dev"),
  );
  return kinds.flatMap((name) =>
    bootable.filter((device) => device.form?.boots?.(valuesOf(device)) === name),
  );
}
