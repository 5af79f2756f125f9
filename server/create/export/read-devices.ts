import type { Element } from "@xmldom/xmldom";
import { readNumber } from "../../units/read-number";
import { attributeOf, childOf, textOf } from "../../xml/xml";
import type { ExportedDisk, ExportedNetwork } from "./exported-vm";

/** A `<disk>`; what is not a CD drive counts as a disk. */
export function readDisk(disk: Element): ExportedDisk {
  const driver = childOf(disk, "driver");
  const target = childOf(disk, "target");
  return {
    target: attributeOf(target, "dev") ?? "",
    device: attributeOf(disk, "device") === "cdrom" ? "cdrom" : "disk",
    bus: attributeOf(target, "bus") ?? "virtio",
    source: sourceOf(childOf(disk, "source")),
    format: attributeOf(driver, "type") ?? "raw",
    cache: attributeOf(driver, "cache"),
    io: attributeOf(driver, "io"),
    discard: attributeOf(driver, "discard"),
    iothread: attributeOf(driver, "iothread") !== null,
    serial: textOf(childOf(disk, "serial")),
    readOnly: childOf(disk, "readonly") !== null,
    bootOrder: bootOrderOf(disk),
  };
}

function sourceOf(source: Element | null): string | null {
  const pool = attributeOf(source, "pool");
  if (pool !== null) return `${pool}/${attributeOf(source, "volume") ?? ""}`;
  return attributeOf(source, "file") ?? attributeOf(source, "dev") ?? attributeOf(source, "name");
}

/** A device's place in the boot order, from 1; null where it has none. */
export function bootOrderOf(device: Element): number | null {
  return readNumber(attributeOf(childOf(device, "boot"), "order") ?? "");
}

export function readNetwork(network: Element): ExportedNetwork {
  const kind = attributeOf(network, "type") ?? "";
  const source = childOf(network, "source");
  const name = ["network", "bridge", "dev"]
    .map((key) => attributeOf(source, key))
    .find((one) => one !== null);
  return {
    mac: attributeOf(childOf(network, "mac"), "address"),
    model: attributeOf(childOf(network, "model"), "type") ?? "rtl8139",
    kind,
    source: name ?? "",
    vlan: readNumber(attributeOf(childOf(network, "vlan", "tag"), "id") ?? ""),
    bootOrder: bootOrderOf(network),
  };
}
