import { describe, expect, test } from "vitest";
import { pciAddressText } from "../../units/pci-address.schema";
import { readPciAddress } from "../../units/pci-address-element";
import { childOf, childrenOf, parseXml, serializeXml } from "../../xml/xml";
import { hostPciDevices } from "../host-devices/read-host-devices";
import { attachCard } from "./attach-card";
import type { AttachOptions } from "./attach-options.schema";
import type { CardFunction } from "./card-functions";
import { bare, definitions, i440fx, q35 } from "./definitions.test-data";
import { detachCard } from "./detach-card";
import { attachedIdentities } from "./device-notes";
import { guestAddressOf } from "./guest-slots";
import { remapCard } from "./remap-card";

const gpu: CardFunction = { address: "0000:0a:00.0", class: "030000", vendorId: "10de", deviceId: "2204" };
const audio: CardFunction = { address: "0000:0a:00.1", class: "040300", vendorId: "10de", deviceId: "1aef" };

function attach(xml: string, functions: CardFunction[], options: AttachOptions = {}) {
  const document = parseXml(xml);
  attachCard(document, functions, options);
  const again = parseXml(serializeXml(document));
  const guest = hostPciDevices(again).map(({ element, address }) => {
    const place = readPciAddress(guestAddressOf(element));
    return [address, place && pciAddressText(place), guestAddressOf(element)?.getAttribute("multifunction")];
  });
  return { document: again, guest, text: serializeXml(again) };
}

describe("attaching a card", () => {
  test("puts its functions into one slot behind a port that is free", () => {
    const { guest, text } = attach(q35, [audio, gpu]);
    expect(guest).toEqual([
      ["0000:0a:00.0", "0000:02:00.0", "on"],
      ["0000:0a:00.1", "0000:02:00.1", null],
    ]);
    expect(text).not.toContain("passdeck:port");
  });

  test("adds a port of its own where hot-plug is to be off, as another device may want the free one", () => {
    const { document } = attach(q35, [gpu], { quirks: ["no-hot-plug"] });
    const ports = childrenOf(childOf(document.documentElement, "devices"), "controller");
    const off = ports.filter((port) => childOf(port, "target")?.getAttribute("hotplug") === "off");
    const place = readPciAddress(
      guestAddressOf(hostPciDevices(document)[0]?.element ?? document.createElement("none")),
    );
    expect(off.map((port) => port.getAttribute("index"))).toEqual([String(place?.bus)]);
  });

  test("adds a port where none is free, and numbers it behind all others", () => {
    const { document, guest } = attach(attach(q35, [gpu, audio]).text, [{ address: "0000:0b:00.0" }]);
    expect(guest.at(-1)).toEqual(["0000:0b:00.0", "0000:03:00.0", null]);
    const ports = childrenOf(childOf(document.documentElement, "devices"), "controller");
    expect(ports.at(-1)?.getAttribute("index")).toBe("3");
  });

  test("leaves taken slots, and those that libvirt keeps, on a conventional bus", () => {
    expect(attach(i440fx, [gpu]).guest).toEqual([["0000:0a:00.0", "0000:00:04.0", null]]);
  });

  test("gives the guest a function 0 where the card's own is not among them", () => {
    const { guest } = attach(bare, [audio, { address: "0000:0a:00.2" }]);
    expect(guest.map(([, place]) => place)).toEqual(["0000:01:00.0", "0000:01:00.2"]);
  });

  test("leaves the guest's address to libvirt where slots mean nothing", () => {
    expect(attach(definitions.xen, [gpu]).guest).toEqual([["0000:0a:00.0", null, undefined]]);
  });

  test("notes what was attached", () => {
    const card = { ...gpu, subsystem: "1458:4043", serialNumber: "00-01", label: "RTX" };
    expect([...attachedIdentities(attach(q35, [card]).document)]).toEqual([
      [
        "0000:0a:00.0",
        { vendorId: "10de", deviceId: "2204", subsystem: "1458:4043", serialNumber: "00-01", label: "RTX" },
      ],
    ]);
  });

  test("writes options to the display function, and the boot order to the first", () => {
    const { document, text } = attach(q35, [gpu, audio], {
      rom: { kind: "file", path: "/vbios/a.rom" },
      primaryDisplay: true,
      bootOrder: 1,
    });
    const [first, second] = hostPciDevices(document);
    expect(childrenOf(first?.element).map(({ nodeName }) => nodeName)).toEqual([
      "source",
      "boot",
      "rom",
      "alias",
      "address",
    ]);
    expect(childrenOf(second?.element).map(({ nodeName }) => nodeName)).toEqual(["source", "address"]);
    expect(text).toContain("<qemu:property name='x-vga' type='bool' value='true'/>");
  });

  test.each<[string, CardFunction[], AttachOptions, RegExp]>([
    ["what is no address", [{ address: "1:0.0" }], {}, /no PCI address/],
    ["a device twice", [gpu, gpu], {}, /named twice/],
    ["a guest address that is taken", [gpu], { guestAddress: "0000:01:00.0" }, /another device/],
    ["a guest bus that is not there", [gpu], { guestAddress: "0000:09:00.0" }, /no PCI bus 9/],
  ])("refuses %s", (_what, functions, options, message) => {
    expect(() => attach(q35, functions, options)).toThrow(message);
  });

  test("refuses what the VM has already", () => {
    expect(() => attach(attach(q35, [gpu]).text, [gpu])).toThrow("The VM has 0000:0a:00.0 already.");
  });
});

describe("detaching a card", () => {
  test.each(Object.entries(definitions))("gives back to the letter what was there: %s", (_name, xml) => {
    const { document } = attach(xml, [gpu, audio], {
      primaryDisplay: true,
      quirks: ["nvidia-error-43", "mobile-gpu-battery", "intel-igd-memory", "no-hot-plug"],
      batteryTable: "/var/lib/battery,1.aml",
    });
    detachCard(document, [gpu.address, audio.address]);
    expect(serializeXml(document)).toBe(serializeXml(parseXml(xml)));
  });

  test("moves what is left to function 0", () => {
    const { document } = attach(q35, [gpu, audio]);
    detachCard(document, [gpu.address]);
    const place = readPciAddress(
      guestAddressOf(hostPciDevices(document)[0]?.element ?? document.createElement("none")),
    );
    expect(place && pciAddressText(place)).toBe("0000:02:00.0");
  });

  test("refuses what the VM does not have", () => {
    expect(() => detachCard(parseXml(q35), ["0000:0a:00.0"])).toThrow("The VM does not have 0000:0a:00.0.");
  });
});

describe("a card that changed its slot", () => {
  test("is pointed to with its note", () => {
    const { document } = attach(q35, [gpu]);
    remapCard(document, gpu.address, "0000:0c:00.0");
    expect(hostPciDevices(document).map(({ address }) => address)).toEqual(["0000:0c:00.0"]);
    expect([...attachedIdentities(document).keys()]).toEqual(["0000:0c:00.0"]);
  });
});
