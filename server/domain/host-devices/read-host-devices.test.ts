import { describe, expect, test } from "vitest";
import { parseXml, serializeXml } from "../../xml/xml";
import { readDefinition } from "../definition";
import { attachCard } from "../edit/attach-card";
import { detachCard } from "../edit/detach-card";
import { remapCard } from "../edit/remap-card";
import { hostPciDevices } from "./read-host-devices";

const domain = (devices: string) =>
  `<domain type='kvm'><name>a</name><os><type arch='x86_64' machine='q35'>hvm</type></os><devices>${devices}</devices></domain>`;
const address = "<address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>";

/** A device of each form, as libvirt writes it, and whether it is managed. */
const forms = [
  [
    "hostdev",
    `<hostdev mode='subsystem' type='pci' managed='yes'><source>${address}</source></hostdev>`,
    true,
  ],
  [
    "interface",
    `<interface type='hostdev' managed='no'><source>${address.replace("<address", "<address type='pci'")}</source></interface>`,
    false,
  ],
  [
    "disk",
    `<disk type='nvme' device='disk'><source type='pci' managed='yes' namespace='1'>${address}</source><target dev='vda' bus='virtio'/></disk>`,
    true,
  ],
] as const;

describe.each(forms)("a PCI device as <%s>", (form, xml, managed) => {
  const document = () => parseXml(domain(xml));

  test("is read with its address, and counts as handed to the VM", () => {
    expect(hostPciDevices(document())).toMatchObject([{ address: "0000:01:00.0", managed }]);
    expect(readDefinition(domain(xml)).passthrough).toEqual(["0000:01:00.0"]);
  });

  test("is not attached once more", () => {
    expect(() => attachCard(document(), [{ address: "0000:01:00.0" }], {})).toThrow(
      "has 0000:01:00.0 already",
    );
  });

  test("is pointed at where the card is now", () => {
    const edited = document();
    remapCard(edited, "0000:01:00.0", "0000:05:00.1");
    expect(readDefinition(serializeXml(edited)).passthrough).toEqual(["0000:05:00.1"]);
  });

  test("is detached as a card, or refused in words", () => {
    const edited = document();
    const detach = () => detachCard(edited, ["0000:01:00.0"]);
    if (form === "hostdev") {
      detach();
      expect(hostPciDevices(edited)).toEqual([]);
    } else
      expect(detach).toThrow(form === "disk" ? "Remove that disk instead" : "Remove that interface instead");
  });
});

test.each([
  "<hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev>",
  "<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='c2177883-f1bb-47f0-914d-32a22e3a8804'/></source></hostdev>",
  "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0' target='0' unit='0'/></source></hostdev>",
  "<interface type='network'><source network='default'/></interface>",
  "<disk type='file'><source file='/a'/></disk>",
])("%s names no PCI device", (xml) => {
  expect(hostPciDevices(parseXml(domain(xml)))).toEqual([]);
});
