import fc from "fast-check";
import { expect, test } from "vitest";
import { parseXml, serializeXml } from "../xml/xml";
import { definitionUse } from "./definition-use";
import { readHardware } from "./hardware/read-hardware";
import { hostPciDevices } from "./host-devices/read-host-devices";
import { readNamedDevices, withGivenCards, writeNamedDevices } from "./named-devices";
import { readReach } from "./reach/read-reach";

const bare =
  "<domain type='kvm'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os><devices/></domain>";

function asking(...names: string[]): string {
  const document = parseXml(bare);
  writeNamedDevices(document, names);
  return serializeXml(document);
}

const namesIn = (xml: string) => readNamedDevices(parseXml(xml)).map(({ name }) => name);
const card = (slot: string) =>
  ["0", "1"].map((part) => ({ address: `0000:${slot}:00.${part}`, vendorId: "10de", deviceId: "2204" }));

test("what is written is read again, whatever the names are, and nothing is left of what is taken out", () => {
  const name = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .map((text) => text.trim())
    .filter((text) => /^[^\p{C}]+$/u.test(text));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 4 }), fc.array(name, { maxLength: 4 }), (before, after) => {
      const document = parseXml(asking(...before));
      writeNamedDevices(document, after);
      expect(namesIn(serializeXml(document)).toSorted()).toEqual(after.toSorted());
      writeNamedDevices(document, []);
      expect(serializeXml(document)).toBe(serializeXml(parseXml(bare)));
    }),
  );
});

test("a name that somebody wrote with spaces around it is the one that forms have", () => {
  const written = asking("any").replace(/(?<=name=['"])any/, " any ");
  expect(written).toContain(" any ");
  expect(namesIn(written)).toEqual(["any"]);
  const document = parseXml(written);
  writeNamedDevices(document, []);
  expect(serializeXml(document)).toBe(serializeXml(parseXml(bare)));
});

test("a start has the cards, and its own definition tells which it got by name", () => {
  const saved = asking("any", "any", "sound");
  const live = withGivenCards(saved, [
    { name: "any", functions: card("01") },
    { name: "any", functions: card("02") },
  ]);
  expect(hostPciDevices(parseXml(live))).toHaveLength(4);
  expect(readHardware(parseXml(saved), parseXml(live)).namedDevices).toEqual([
    { name: "any", address: "0000:01:00.0" },
    { name: "any", address: "0000:02:00.0" },
    { name: "sound", address: null },
  ]);
  // They are no devices that wait to be taken away.
  expect(readHardware(parseXml(saved), parseXml(live)).devices).toEqual(
    readHardware(parseXml(saved), null).devices,
  );
});

test("a name counts for quotas as the card does that it becomes, and is told as what of the host is reached", () => {
  const saved = asking("any", "sound");
  expect(definitionUse(saved).cards).toBe(2);
  expect(definitionUse(withGivenCards(saved, [{ name: "any", functions: card("01") }])).cards).toBe(2);
  expect(readReach(parseXml(saved))).toContainEqual({
    kind: "host-device",
    target: "named device any",
    where: "metadata",
  });
});
