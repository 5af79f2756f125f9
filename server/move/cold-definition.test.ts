import { expect, test } from "vitest";
import { parseDefinition } from "../domain/definition";
import { attachCard } from "../domain/edit/attach-card";
import { attachedIdentities } from "../domain/edit/device-notes";
import { parseXml, serializeXml } from "../xml/xml";
import { coldDefinition } from "./cold-definition";

const bare =
  "<domain type='kvm'><name>a</name><os><type machine='q35'>hvm</type></os><devices><disk type='volume'><driver type='qcow2'/><source pool='images' volume='a.qcow2'/><target dev='vda'/></disk></devices></domain>";
const card = (address: string, serialNumber: string) => ({
  address,
  class: "030000",
  vendorId: "10de",
  deviceId: "2684",
  subsystem: "1043:8508",
  serialNumber,
  label: "RTX 4090",
});

function withCards(...addresses: string[]): string {
  const document = parseXml(bare);
  for (const address of addresses)
    attachCard(document, [card(address, `of-${address}`)], { rom: { kind: "file", path: "/roms/a.rom" } });
  return serializeXml(document);
}

test("copied disks and equal cards are named as they are on the other host; the guest's side stays", () => {
  const xml = withCards("0000:01:00.0");
  const moved = coldDefinition(
    xml,
    [{ target: "vda", path: "/srv/a.qcow2" }],
    [{ from: "0000:01:00.0", to: card("0000:41:00.0", "other") }],
  );
  expect(parseDefinition(moved)).toMatchObject({
    disks: [{ target: "vda", source: "/srv/a.qcow2" }],
    passthrough: ["0000:41:00.0"],
  });
  expect(moved).toContain("/roms/a.rom");
  const guestAddress = /<address type='pci'[^>]*>/.exec(xml)?.[0];
  expect(guestAddress).toBeDefined();
  expect(moved).toContain(guestAddress);
  const identities = attachedIdentities(parseXml(moved));
  expect([...identities.keys()]).toEqual(["0000:41:00.0"]);
  expect(identities.get("0000:41:00.0")?.serialNumber).toBe("other");
});

test("two cards that change their addresses with each other both stay", () => {
  const moved = coldDefinition(
    withCards("0000:01:00.0", "0000:02:00.0"),
    [],
    [
      { from: "0000:01:00.0", to: card("0000:02:00.0", "two") },
      { from: "0000:02:00.0", to: card("0000:01:00.0", "one") },
    ],
  );
  expect(parseDefinition(moved).passthrough).toEqual(["0000:02:00.0", "0000:01:00.0"]);
  const identities = attachedIdentities(parseXml(moved));
  expect(identities.get("0000:01:00.0")?.serialNumber).toBe("one");
  expect(identities.get("0000:02:00.0")?.serialNumber).toBe("two");
});

test("a card at the same address there is noted for what it is there", () => {
  const moved = coldDefinition(
    withCards("0000:01:00.0"),
    [],
    [{ from: "0000:01:00.0", to: card("0000:01:00.0", "theirs") }],
  );
  expect(parseDefinition(moved).passthrough).toEqual(["0000:01:00.0"]);
  expect(attachedIdentities(parseXml(moved)).get("0000:01:00.0")?.serialNumber).toBe("theirs");
});
