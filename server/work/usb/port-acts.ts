import { hostDevices } from "../../domain/host-devices/read-host-devices";
import { portOfAlias, usbPortAlias } from "../../domain/usb-ports";
import type { CarriedDevice, CarriedUsb } from "../../pci/carried.schema";
import { neededFor } from "../../pci/needed-for";
import { usbName } from "../../pci/usb-advice";
import { buildXml } from "../../xml/build-xml";
import { attributeOf, childOf, parseXml } from "../../xml/xml";

/** What a running machine is to lose and to get, so that it has what is in its ports. */
export interface PortActs {
  unplug: { port: string; alias: string }[];
  plug: { port: string; device: CarriedUsb }[];
  /** What is in a port and stays with the host, and why. */
  left: { port: string; why: string }[];
}

type Place = CarriedUsb["place"];

/**
 * Compares a running machine with its ports. Pure.
 * @param live The running machine's description.
 */
export function portActs(
  ports: readonly string[],
  carried: readonly CarriedDevice[],
  live: string,
): PortActs {
  const has = hostDevices(parseXml(live)).map(({ element, source }) => {
    const alias = attributeOf(childOf(element, "alias"), "name") ?? "";
    return { alias, port: portOfAlias(alias), place: source.bus === "usb" ? source.place : null };
  });
  const inPorts = carried.flatMap((device) =>
    device.bus === "usb" && ports.includes(device.port) ? device : [],
  );
  const unplug = has.flatMap(({ port, alias, place }) =>
    port !== null && !inPorts.some((device) => device.port === port && isAt(device, place))
      ? { port, alias }
      : [],
  );
  const missing = inPorts.filter((device) => !has.some(({ place }) => isAt(device, place)));
  return {
    unplug,
    plug: missing.flatMap((device) => (neededFor(device.uses) === null ? { port: device.port, device } : [])),
    left: missing.flatMap((device) => {
      const need = neededFor(device.uses);
      return need === null ? [] : { port: device.port, why: `The host uses ${usbName(device)}: ${need}.` };
    }),
  };
}

/** The device for libvirt, by where it is now, and with a name that tells which port it came from. */
export function pluggedXml({ port, device }: PortActs["plug"][number]): string {
  const { bus, device: number } = device.place;
  const address = { name: "address", attributes: { bus: String(bus), device: String(number) } };
  return buildXml({
    name: "hostdev",
    attributes: { mode: "subsystem", type: "usb", managed: "yes" },
    children: [
      { name: "source", children: [address] },
      { name: "alias", attributes: { name: usbPortAlias(port) } },
    ],
  });
}

function isAt({ place }: CarriedUsb, other: Place | null): boolean {
  return other !== null && other.bus === place.bus && other.device === place.device;
}
