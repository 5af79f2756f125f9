import type { HostFiles, ReadBatch } from "../../host/host-files";
import { usbDeviceBatch, usbDevicesFolder, usbDevicesIn } from "../../host/usb-devices";
import type { CarriedDevice } from "../carried.schema";
import type { Owners } from "./owners";

export const mdevFolder = "sys/bus/mdev/devices";
/** The cards whose drivers make mediated devices (Documentation/driver-api/vfio-mediated-device.rst). */
export const mdevParentsFolder = "sys/class/mdev_bus";
const scsiFolder = "sys/class/scsi_host";

/** What {@link carriedBatch} needs read first. */
export const carriedFirstBatch = { folders: [usbDevicesFolder, mdevFolder, mdevParentsFolder, scsiFolder] };

/** What {@link carriedDevices} needs read. */
export function carriedBatch(first: HostFiles): Required<Pick<ReadBatch, "texts" | "links">> {
  const usb = usbDeviceBatch(first.names(usbDevicesFolder));
  const others = [mdevFolder, scsiFolder].flatMap((folder) =>
    first.names(folder).map((name) => `${folder}/${name}`),
  );
  return { texts: usb.texts, links: [...usb.links, ...others] };
}

/** What hangs on the host's PCI functions and may be handed to a VM by itself. */
export function carriedDevices(first: HostFiles, second: HostFiles, owners: Owners): CarriedDevice[] {
  const usb = usbDevicesIn(first.names(usbDevicesFolder), second).map(
    ({ port, bus, device, vendorId, productId, label, path }): CarriedDevice => ({
      bus: "usb",
      port,
      place: { bus, device },
      ids: { vendorId, productId },
      label,
      uses: [],
      carriers: owners.of(path),
    }),
  );
  const mdevs = first.names(mdevFolder).map((name): CarriedDevice => {
    const carriers = owners.of(second.link(`${mdevFolder}/${name}`));
    return { bus: "mdev", uuid: name.toLowerCase(), carriers };
  });
  const scsi = first.names(scsiFolder).flatMap((name): CarriedDevice[] => {
    const [, host] = /^host(\d+)$/.exec(name) ?? [];
    const carriers = owners.of(second.link(`${scsiFolder}/${name}`));
    return host === undefined ? [] : [{ bus: "scsi", host: Number(host), carriers }];
  });
  return [...usb, ...mdevs, ...scsi];
}
