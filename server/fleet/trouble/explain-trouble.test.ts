import { describe, expect, test } from "vitest";
import { explainTrouble } from "./explain-trouble";
import { deviceTexts, machineTexts, vfioTexts } from "./real-texts.test-data";
import { type TroubleDevice, type TroubleLookup, unknownHost } from "./trouble";

const device = (address: string, name: string, iommuGroup: number, driver: string | null): TroubleDevice => ({
  address,
  name: `${name} (${address})`,
  driver,
  iommuGroup,
  bridge: name === "bridge",
});

const host: TroubleLookup = {
  hasGroups: true,
  devices: [
    device("0000:01:00.0", "GeForce RTX 3090", 13, "vfio-pci"),
    device("0000:01:00.1", "GA102 High Definition Audio", 13, "vfio-pci"),
    device("0000:06:00.0", "bridge", 18, "pcieport"),
    device("0000:07:01.0", "GeForce GTX 970", 18, "nouveau"),
    device("0000:07:02.0", "82540EM", 18, "e1000"),
  ],
  givenTogether: (address) => [address],
};

const real = [...deviceTexts, ...vfioTexts, ...machineTexts];
/** What a person should not have to read first: an errno, its number, or a program's own words. */
const raw =
  /\bE(?:BUSY|NODEV|INVAL|IO|PERM|ACCES|NOENT|NOMEM)\b|= -\d+|internal error|qemu-system|[Cc]annot allocate memory|Device or resource busy/;

describe.each(real)("$text ($source)", ({ text, says, devices }) => {
  test("is told in words, with names and what to do", () => {
    const trouble = explainTrouble(text, host);
    const words = `${trouble?.message} ${trouble?.fix}`;
    for (const word of says) expect(words).toContain(word);
    if (devices) expect(trouble?.devices.toSorted()).toEqual(devices.toSorted());
  });

  test("has no raw text in its headline, and no bridge among the culprits", () => {
    for (const lookup of [host, unknownHost]) {
      const trouble = explainTrouble(text, lookup);
      expect(trouble?.message).toMatch(/^[A-Z][\s\S]*\.$/);
      expect(trouble?.message).not.toMatch(raw);
      expect(trouble?.message).not.toMatch(/undefined|null|bridge|\(\)|“”/);
      expect(trouble?.fix).toMatch(/^[A-Z][\s\S]*\.$/);
    }
  });
});

describe("a group that is not viable", () => {
  const text = "vfio 0000:07:01.0: group 18 is not viable";

  test("is not the fault of what the same VM is given: libvirt has just handed that back", () => {
    const given = { ...host, givenTogether: () => ["0000:07:01.0", "0000:07:02.0"] };
    expect(explainTrouble(text, given)?.message).toContain("another device in the group");
  });

  test("names every culprit", () => {
    const sata = device("0000:07:03.0", "SATA controller", 18, "ahci");
    const trouble = explainTrouble(text, { ...host, devices: [...host.devices, sata] });
    expect(trouble?.message).toContain("e1000, and SATA controller (0000:07:03.0)");
    expect(trouble?.devices).toEqual(["0000:07:01.0", "0000:07:02.0", "0000:07:03.0"]);
  });
});

test.each([
  [false, "IOMMU is off"],
  [true, "vfio-pci is not loaded"],
  [null, "IOMMU is off, or vfio-pci is not loaded"],
])("without passthrough, IOMMU groups there: %s", (hasGroups, words) => {
  const text = "host doesn't support passthrough of host PCI devices";
  expect(explainTrouble(text, { ...host, hasGroups })?.message).toContain(words);
});

test.each(["", "an unheard-of error", "operation failed: domain is already running", "0000:01:00.0"])(
  "leaves alone what it does not know: “%s”",
  (text) => expect(explainTrouble(text, host)).toBeNull(),
);

test("a long text takes no time", () => {
  const text = `${"Failed to setup 0000:01:00. VFIO_MAP group ".repeat(5_000)}\n`;
  expect(explainTrouble(text, host)).toBeNull();
});
