import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { usbPortSchema } from "../units/usb-port.schema";
import { parseXml, serializeXml } from "../xml/xml";
import { handedDevices } from "./host-devices/read-host-devices";
import { portOfAlias, readUsbPorts, usbPortAlias, writeUsbPorts } from "./usb-ports";

const bare = "<domain type='qemu'>\n  <name>a</name>\n  <devices/>\n</domain>";
const number = fc.integer({ min: 1, max: 255 }).map(String);
const port = fc
  .tuple(number, fc.array(number, { minLength: 1, maxLength: 6 }))
  .map(([bus, path]) => `${bus}-${path.join(".")}`);

describe("a VM's USB ports", () => {
  test("stand in its metadata, and are handed over by their port", () => {
    const document = parseXml(bare);
    writeUsbPorts(document, ["1-4.2", "2-1"]);
    expect(serializeXml(document)).toContain("<passdeck:usb-port port='1-4.2'/>");
    expect(handedDevices(document).map(({ source, optional }) => ({ source, optional }))).toEqual(
      ["1-4.2", "2-1"].map((one) => ({
        source: { bus: "usb", ids: null, place: null, port: one },
        optional: true,
      })),
    );
  });

  test("that others wrote and are none are passed over", () => {
    const document = parseXml(bare);
    writeUsbPorts(document, ["1-4.2"]);
    expect(readUsbPorts(parseXml(serializeXml(document).replace("1-4.2", "../sda")))).toEqual([]);
  });

  test("are read as they were written, and leave nothing behind", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(port, { maxLength: 6 }),
        fc.uniqueArray(port, { maxLength: 6 }),
        (one, other) => {
          const document = parseXml(bare);
          writeUsbPorts(document, one);
          writeUsbPorts(document, other);
          expect(readUsbPorts(document).sort()).toEqual([...other].sort());
          writeUsbPorts(document, []);
          expect(serializeXml(document)).toBe(serializeXml(parseXml(bare)));
        },
      ),
    );
  });

  test("have a name for libvirt that tells them", () => {
    fc.assert(
      fc.property(port, (one) => {
        expect(usbPortSchema.safeParse(one).success).toBe(true);
        expect(usbPortAlias(one)).toMatch(/^ua-[A-Za-z0-9_-]+$/);
        expect(portOfAlias(usbPortAlias(one))).toBe(one);
      }),
    );
    expect([portOfAlias("ua-mine"), portOfAlias("hostdev0"), portOfAlias(null)]).toEqual([null, null, null]);
  });
});
