import { describe, expect, test } from "vitest";
import { digestOf } from "../../xml/digest";
import { parseXml, serializeXml } from "../../xml/xml";
import { findDevice } from "../devices/find-device";
import { applyEdit } from "../hardware/apply-edit";
import { attachCard } from "./attach-card";
import { detachCard } from "./detach-card";
import { usedSlots } from "./guest-slots";

const definition = (devices: string, words: readonly string[]) =>
  `<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'><name>a</name><os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type></os><devices>${devices}</devices><qemu:commandline>${words.map((word) => `<qemu:arg value='${word}'/>`).join("")}</qemu:commandline></domain>`;

describe("a slot that QEMU's own arguments take", () => {
  const sysfs = "/sys/bus/mdev/devices/c2177883-f1bb-47f0-914d-32a22e3a8804";
  test.each([
    [`vfio-pci,sysfsdev=${sysfs},addr=0x3,bus=pci.0,x-igd-opregion=on`, 0, 3],
    [`vfio-pci,addr=05.0,sysfsdev=${sysfs}`, 0, 5],
    ["e1000e,bus=pci.2,addr=1f", 2, 0x1f],
    ["ivshmem-plain,memdev=a,,addr=0x9,bus=pcie.0,addr=0x10.0x1", 0, null],
    ["ivshmem-plain,id=a,,addr=0x9,bus=pcie.0,addr=0x10.1", 0, 0x10],
    ['{"driver":"vfio-pci","addr":"0x4","bus":"pci.1"}', 1, 4],
    ["usb-tablet,bus=usb-bus.0,port=1", 0, null],
    ["vfio-pci,addr=0x6,bus=mine.0", 0, null],
  ])("is known of %s", (value, bus, slot) => {
    const document = parseXml(definition("", ["-device", value]));
    expect(usedSlots(document)).toEqual(slot === null ? [] : [{ domain: 0, bus, slot }]);
  });

  test("is known of -set, too, and of no other argument", () => {
    const document = parseXml(
      definition("", ["-set", "device.hostdev0.addr=0x7", "-append", "vfio-pci,addr=0x8"]),
    );
    expect(usedSlots(document)).toEqual([{ domain: 0, bus: 0, slot: 7 }]);
  });

  test("is given to no other device", () => {
    const document = parseXml(definition("", ["-device", `vfio-pci,sysfsdev=${sysfs},addr=0x3`]));
    attachCard(document, [{ address: "0000:01:00.0" }], {});
    expect(serializeXml(document)).toMatch(/<hostdev.*<address type='pci'[^>]* slot='0x04'/s);
  });
});

describe("what -set says of a device of the host by its number", () => {
  const card = (bus: string) =>
    `<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x${bus}' slot='0x00' function='0x0'/></source></hostdev>`;
  const receiver =
    "<hostdev mode='subsystem' type='usb' managed='yes'><source><vendor id='0x046d'/><product id='0xc52b'/></source></hostdev>";
  const network =
    "<interface type='hostdev' managed='yes'><mac address='52:54:00:00:00:07'/><source><address type='pci' domain='0' bus='9' slot='0' function='0'/></source></interface>";
  const words = [
    "-set",
    "device.hostdev0.x-pci-vendor-id=0x1",
    "-set",
    "device.hostdev1.x-vga=on",
    "-set",
    "device.hostdev2.display=off",
    "-set",
    "device.ua-mine.x-vga=on",
  ];
  const values = (xml: string) =>
    [...xml.matchAll(/<qemu:arg value='(device[^']*)'/g)].map(([, value]) => value);

  test("goes with the device, and follows those behind it", () => {
    const document = parseXml(definition(card("01") + receiver + card("02"), words));
    const gone = detachCard(document, ["0000:01:00.0"]);
    expect(values(serializeXml(document))).toEqual([
      "device.hostdev0.x-vga=on",
      "device.hostdev1.display=off",
      "device.ua-mine.x-vga=on",
    ]);
    expect(gone.join()).toMatch(
      /hostdev0\.x-pci-vendor-id.*hostdev1\.x-vga=on” becomes “-set device\.hostdev0/,
    );
  });

  test("counts network cards of the host first, and devices of every bus", () => {
    const document = parseXml(definition(card("01") + receiver + network, words));
    const key = "usb:0";
    const device = findDevice(document, key);
    const digest = device === undefined ? "" : digestOf(device.element);
    applyEdit(document, { act: "remove", key, digest });
    expect(values(serializeXml(document))).toEqual([
      "device.hostdev0.x-pci-vendor-id=0x1",
      "device.hostdev1.x-vga=on",
      "device.ua-mine.x-vga=on",
    ]);
  });

  test("goes with the whole command line where nothing else is in it", () => {
    const document = parseXml(definition(card("01"), ["-set", "device.hostdev0.x-vga=on"]));
    detachCard(document, ["0000:01:00.0"]);
    expect(serializeXml(document)).not.toContain("commandline");
  });

  test("stays with a device before the one that goes", () => {
    const document = parseXml(definition(card("01") + card("02"), ["-set", "device.hostdev0.x-vga=on"]));
    expect(detachCard(document, ["0000:02:00.0"])).toEqual([]);
    expect(values(serializeXml(document))).toEqual(["device.hostdev0.x-vga=on"]);
  });
});

test("a card behind Intel's VMD keeps its PCI domain", () => {
  const document = parseXml(definition("", []));
  attachCard(document, [{ address: "10000:e1:00.0" }], {});
  expect(serializeXml(document)).toContain(
    "<address domain='0x10000' bus='0xe1' slot='0x00' function='0x0'/>",
  );
});
