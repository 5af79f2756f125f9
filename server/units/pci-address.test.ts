import fc from "fast-check";
import { expect, test } from "vitest";
import { parseXml } from "../xml/xml";
import { isPciAddress, parsePciAddress, pciAddressText } from "./pci-address.schema";
import { pciAddressAttributes, readPciAddress } from "./pci-address-element";

const address = fc.record({
  domain: fc.oneof(fc.nat({ max: 0xffff }), fc.nat({ max: 0xffffffff })),
  bus: fc.nat({ max: 0xff }),
  slot: fc.nat({ max: 0x1f }),
  function: fc.nat({ max: 7 }),
});

test("an address is the same once it was written, as text and as an element", () => {
  fc.assert(
    fc.property(address, (value) => {
      const text = pciAddressText(value);
      expect(isPciAddress(text)).toBe(true);
      expect(parsePciAddress(text)).toEqual(value);
      const attributes = Object.entries(pciAddressAttributes(value)).map(
        ([name, part]) => `${name}='${part}'`,
      );
      expect(readPciAddress(parseXml(`<address ${attributes.join(" ")}/>`).documentElement)).toEqual(value);
    }),
  );
});

test.each([
  ["<address domain='0' bus='1' slot='037' function='0'/>", "0000:01:1f.0"],
  ["<address bus='0x0A'/>", "0000:0a:00.0"],
])("%s is %s, as libvirt reads numbers", (xml, text) => {
  const read = readPciAddress(parseXml(xml).documentElement);
  expect(read === null ? null : pciAddressText(read)).toBe(text);
});

test.each(["<address bus='x'/>", "<address slot='0x'/>", "<address function='1.5'/>"])(
  "%s is no address",
  (xml) => {
    expect(readPciAddress(parseXml(xml).documentElement)).toBeNull();
  },
);
