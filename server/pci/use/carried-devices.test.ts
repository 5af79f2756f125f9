import { expect, test } from "vitest";
import { busyHost, file, inClass, place } from "@/e2e/hosts/busy-host";
import type { TreeEntry } from "../../host/tree-entries";

/** A USB device at the host's USB controller. */
function usbDevice(name: string, files: Readonly<Record<string, string>>): TreeEntry[] {
  return inClass(`sys/bus/usb/devices/${name}`, `${place.usb}/usb1/${name}`, files);
}

const uuid = "c2177883-f1bb-47f0-914d-32a22e3a8804";

test("what hangs on a PCI function is told with that function", async () => {
  const { carried } = await busyHost([
    ...usbDevice("1-3", {
      busnum: "1",
      devnum: "5",
      idVendor: "046d",
      idProduct: "c52b",
      product: "USB Receiver",
      bDeviceClass: "00",
    }),
    // A hub is part of the host's wiring, as a bridge is.
    ...usbDevice("usb1", {
      busnum: "1",
      devnum: "1",
      idVendor: "1d6b",
      idProduct: "0002",
      bDeviceClass: "09",
    }),
    file("sys/bus/usb/devices/1-9/busnum", "1\n"),
    ...inClass(`sys/bus/mdev/devices/${uuid}`, `${place.gpu}/${uuid}`),
    ...inClass("sys/class/scsi_host/host3", `${place.sata}/ata1/host3/scsi_host/host3`),
    // A virtual HBA, which the driver of another one makes (NPIV).
    ...inClass("sys/class/scsi_host/host7", `${place.sata}/host3/vport-3:0-0/host7/scsi_host/host7`),
  ]);
  expect(carried).toEqual([
    {
      bus: "usb",
      port: "1-3",
      place: { bus: 1, device: 5 },
      ids: { vendorId: "046d", productId: "c52b" },
      label: "USB Receiver",
      uses: [],
      carriers: ["0000:00:14.0"],
    },
    { bus: "mdev", uuid, carriers: ["0000:05:00.0"] },
    { bus: "scsi", host: 3, carriers: ["0000:00:17.0"] },
    { bus: "scsi", host: 7, carriers: ["0000:00:17.0"] },
  ]);
});

test("what the host does with a USB device is told of the device, and of no other", async () => {
  const keyboard = { idVendor: "046d", idProduct: "c52b", busnum: "1", devnum: "5" };
  const stick = { idVendor: "0781", idProduct: "5581", busnum: "1", devnum: "6" };
  const block = `${place.usb}/usb1/1-4/1-4.2/1-4.2:1.0/host9/target9:0:0/9:0:0:0/block/sdz`;
  const { carried } = await busyHost([
    ...usbDevice("1-3", keyboard),
    ...inClass("sys/bus/usb/devices/1-3:1.0", `${place.usb}/usb1/1-3/1-3:1.0`, {
      bInterfaceClass: "03",
      bInterfaceProtocol: "01",
    }),
    ...inClass("sys/bus/usb/devices/1-4.2", `${place.usb}/usb1/1-4/1-4.2`, stick),
    ...inClass("sys/class/block/sdz", block, { dev: "65:144" }),
    ...inClass("sys/class/block/sdz1", `${block}/sdz1`, { dev: "65:145", partition: "1" }),
    file("proc/self/mountinfo", "40 1 65:145 / /mnt/stick rw - ext4 /dev/sdz1 rw\n"),
  ]);
  const uses = carried.flatMap((device) =>
    device.bus === "usb" ? device.uses.map(({ kind }) => `${device.port} ${kind}`) : [],
  );
  expect(uses).toEqual(["1-3 input", "1-4.2 file-system"]);
});
