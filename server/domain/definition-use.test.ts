import { expect, test } from "vitest";
import { parseXml, serializeXml } from "../xml/xml";
import { definitionUse } from "./definition-use";
import { usbPortAlias, writeUsbPorts } from "./usb-ports";

const domain = (devices: string, rest = "") =>
  `<domain type='kvm'><name>web</name><memory unit='GiB'>2</memory><vcpu current='1'>4</vcpu>${rest}
<os><type>hvm</type></os><devices>${devices}</devices></domain>`;

const pci = (slot: string, fn: string) =>
  `<hostdev mode='subsystem' type='pci'><source><address domain='0x0000' bus='0x01' slot='${slot}' function='${fn}'/></source></hostdev>`;

test("counts the most that it can have of vCPUs and memory, and nothing where nothing is named", () => {
  expect(definitionUse(domain(""))).toEqual({ vcpus: 4, memoryBytes: 2 * 2 ** 30, cards: 0, disks: [] });
  const bare = "<domain type='kvm'><name>web</name><memory>1024</memory></domain>";
  expect(definitionUse(bare)).toMatchObject({ vcpus: 1, memoryBytes: 2 ** 20 });
});

test("counts disks that it writes to, once each, and no CDs", () => {
  const devices = `
<disk type='volume' device='disk'><source pool='disks' volume='web.qcow2'/><target dev='vda'/></disk>
<disk type='file' device='disk'><source file='/images/b.raw'/><target dev='vdb'/></disk>
<disk type='file' device='disk'><source file='/images/b.raw'/><target dev='vdc'/></disk>
<disk type='block' device='lun'><source dev='/dev/sdb'/><target dev='sda'/></disk>
<disk type='file' device='disk'><source file='/images/base.raw'/><target dev='vdd'/><readonly/></disk>
<disk type='file' device='cdrom'><source file='/images/install.iso'/><target dev='sdb'/></disk>
<disk type='file' device='cdrom'><target dev='sdc'/></disk>`;
  expect(definitionUse(domain(devices)).disks.map(({ source }) => source)).toEqual([
    "disks/web.qcow2",
    "/images/b.raw",
    "/dev/sdb",
  ]);
});

test("counts all functions of a card as one, and each other device of the host by itself", () => {
  const usb = `<hostdev mode='subsystem' type='usb'><source><vendor id='0x046d'/><product id='0xc077'/></source></hostdev>`;
  const nic = `<interface type='hostdev'><mac address='52:54:00:00:00:01'/><source><address type='pci' domain='0x0000' bus='0x03' slot='0x00' function='0x0'/></source></interface>`;
  expect(definitionUse(domain(`${pci("0x00", "0x0")}${pci("0x00", "0x1")}`)).cards).toBe(1);
  expect(definitionUse(domain(`${pci("0x00", "0x0")}${pci("0x01", "0x0")}${usb}${nic}`)).cards).toBe(4);
});

test("counts a USB port once, plugged or not", () => {
  const plugged = `<hostdev mode='subsystem' type='usb'><source><address bus='1' device='5'/></source><alias name='${usbPortAlias("1-4.2")}'/></hostdev>`;
  for (const devices of ["", plugged]) {
    const document = parseXml(domain(devices));
    writeUsbPorts(document, ["1-4.2"]);
    expect(definitionUse(serializeXml(document)).cards).toBe(1);
  }
});
