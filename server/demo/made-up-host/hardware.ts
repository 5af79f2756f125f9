import { basename } from "node:path";
import type { NumberedDevice } from "../../host/modules/vfio-ids";
import type { MadeUpFiles } from "./made-up-files";

/** A PCI device that the made-up host has in its slots, whatever the host does with it. */
export interface MadeUpDevice extends NumberedDevice {
  /** "0000:01:00.0" */
  address: string;
  /** Its folder, without a leading slash. */
  place: string;
  /** The IOMMU group that it is in where the IOMMU is on. */
  group: number | null;
  /** The driver that is made for it; null where none is. */
  driver: string | null;
  /** What that driver makes of it: links to disks, interfaces, screens. */
  users: readonly Link[];
}

export interface Link {
  path: string;
  to: string;
}

const devices = "sys/bus/pci/devices";

/** Reads which devices there are, of a host whose IOMMU is on and whose every device has its own driver. */
export function readHardware(files: MadeUpFiles): MadeUpDevice[] {
  const places = new Map(
    files.names(devices).map((address) => [address, files.target(`${devices}/${address}`) ?? ""]),
  );
  const users = classLinks(files);
  return [...places].map(([address, place]) => ({
    address,
    place,
    class: hexadecimal(files, `${place}/class`),
    vendorId: hexadecimal(files, `${place}/vendor`),
    deviceId: hexadecimal(files, `${place}/device`),
    subsystemVendorId: hexadecimal(files, `${place}/subsystem_vendor`),
    subsystemDeviceId: hexadecimal(files, `${place}/subsystem_device`),
    group: groupOf(files, place),
    driver: nameAt(files, `${place}/driver`),
    users: users.filter(({ to }) => nearest([...places.values()], to) === place),
  }));
}

function classLinks(files: MadeUpFiles): Link[] {
  const folders = ["sys/bus/usb/devices", ...files.names("sys/class").map((name) => `sys/class/${name}`)];
  return folders.flatMap((folder) =>
    files.names(folder).flatMap((name) => {
      const to = files.target(`${folder}/${name}`);
      return to === null ? [] : [{ path: `${folder}/${name}`, to }];
    }),
  );
}

/** A bridge's folder holds those of the devices behind it. */
function nearest(places: readonly string[], path: string): string | undefined {
  const above = places.filter((place) => path.startsWith(`${place}/`));
  return above.sort((one, other) => other.length - one.length)[0];
}

function groupOf(files: MadeUpFiles, place: string): number | null {
  const name = nameAt(files, `${place}/iommu_group`);
  return name === null ? null : Number(name);
}

function nameAt(files: MadeUpFiles, link: string): string | null {
  const to = files.target(link);
  return to === null ? null : basename(to);
}

function hexadecimal(files: MadeUpFiles, path: string): string {
  return (files.text(path) ?? "").trim().replace(/^0x/, "");
}
