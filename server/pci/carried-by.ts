import type { HostDeviceSource } from "../domain/host-devices/host-device.schema";
import { usbIdsText } from "../units/usb-ids-text.schema";
import type { CarriedDevice, CarriedUsb } from "./carried.schema";

/**
 * What of the host a definition means: none where it is not there, or is a PCI function. Of a USB device that is named by
 * its IDs alone there may be several.
 */
export function meantDevices(source: HostDeviceSource, carried: readonly CarriedDevice[]): CarriedDevice[] {
  return carried.filter((device) => {
    switch (source.bus) {
      case "usb":
        return device.bus === "usb" && isMeant(source, device);
      case "mdev":
        return device.bus === "mdev" && device.uuid === source.uuid;
      case "scsi":
        return device.bus === "scsi" && device.host === source.host;
      default:
        return false;
    }
  });
}

function isMeant(
  { ids, place, port }: Extract<HostDeviceSource, { bus: "usb" }>,
  device: CarriedUsb,
): boolean {
  if (port !== undefined && port !== device.port) return false;
  const isAt = place === null || (place.bus === device.place.bus && place.device === device.place.device);
  return isAt && (ids === null || usbIdsText(ids) === usbIdsText(device.ids));
}

/**
 * By what it is told that two definitions hand over the same: they have one of these in common. Of a USB device its
 * place, where it can be told; twins have the same IDs.
 */
export function takenBy(source: HostDeviceSource, carried: readonly CarriedDevice[]): string[] {
  switch (source.bus) {
    case "pci":
      return [`pci ${source.address}`];
    case "usb": {
      const places = meantDevices(source, carried).flatMap((device) =>
        device.bus === "usb" ? placeText(device.place) : [],
      );
      if (source.port !== undefined) return [`usb port ${source.port}`, ...places];
      const ids = source.ids === null ? [] : [`usb ${usbIdsText(source.ids)}`];
      if (source.place !== null) return [placeText(source.place), ...(places.length > 0 ? [] : ids)];
      return [...ids, ...places];
    }
    case "mdev":
      return [`mdev ${source.uuid}`];
    case "scsi":
      return [`scsi ${source.host}:${source.target}`];
    case "scsi-target":
      return [`target ${source.name}`];
    case "unknown":
      return [];
  }
}

function placeText({ bus, device }: CarriedUsb["place"]): string {
  return `usb ${bus}.${device}`;
}
