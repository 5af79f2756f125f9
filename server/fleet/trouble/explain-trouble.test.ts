import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainTrouble } from "./explain-trouble";
import { furtherTexts } from "./further-texts.test-data";
import { kernelTexts } from "./kernel-texts.test-data";
import { libvirtTexts } from "./libvirt-texts.test-data";
import { qemuTexts } from "./qemu-texts.test-data";
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
  runningWith: () => [],
};

const real = [
  ...deviceTexts,
  ...vfioTexts,
  ...machineTexts,
  ...qemuTexts,
  ...libvirtTexts,
  ...kernelTexts,
  ...furtherTexts,
];
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

test.each([
  "vfio 0000:07:01.0: failed to open /dev/vfio/18: Device or resource busy",
  "Requested operation is not valid: PCI device 0000:07:01.0 is in use",
])("the running VM that has the device is named: %s", (text) => {
  const runningWith = (addresses: readonly string[]) =>
    addresses.includes("0000:07:01.0") ? ["gaming"] : [];
  const trouble = explainTrouble(text, { ...host, runningWith });
  expect(trouble?.message).toContain("gaming");
  expect(trouble?.fix).toContain("Shut down gaming");
});

describe("a log of many lines", () => {
  const idle = Array.from({ length: 20 }, (_, index) => `[${index}.000000] usb 1-${index}: new device`);
  const known = kernelTexts.filter(({ source }) => source.startsWith("pci_dev_wait")).map(({ text }) => text);

  test("is told by the first line that is known", () => {
    const trouble = explainTrouble([...idle, ...known.toReversed(), ...idle].join("\n"), host);
    expect(trouble?.message).toContain("did not come back");
  });

  test("is told by what is no mere companion, where both are there", () => {
    const lines = [
      "vfio-pci 0000:01:00.0: vfio_ecap_init: hiding ecap 0x19@0x270",
      "DMAR: DRHD: handling fault status reg 2",
      "DMAR: [DMA Read] Request device [01:00.1] fault addr 9c000000 [fault reason 06] PTE Read access is not set",
    ];
    expect(explainTrouble([...idle, ...lines].join("\n"), host)?.devices).toEqual(["0000:01:00.1"]);
  });

  test("is told by what is no news of the host's boot, where both are there", () => {
    const boot = [
      "DMAR: [Firmware Bug]: RMRR entry for device 05:00.0 is broken - applying workaround",
      "DMAR-IR: x2apic is disabled because BIOS sets x2apic opt out bit.",
      "AMD-Vi: Unknown option - 'on'",
      "pci 0000:00:1f.5: [Firmware Bug]: reg 0x10: invalid BAR (can't size)",
    ];
    const log = [...boot, ...idle, "vfio-pci 0000:01:00.0: not ready 65535ms after FLR; giving up"];
    expect(explainTrouble(log.join("\n"), host)?.message).toContain("did not come back");
  });

  test("is not known where no line is", () => expect(explainTrouble(idle.join("\n"), host)).toBeNull());
});

test("of an error with several lines the most exact rule counts", () => {
  const text = [
    "qemu-system-x86_64: vfio 0000:01:00.0: Could not enable error recovery for the device",
    "qemu-system-x86_64: vfio 0000:01:00.0: failed to setup container for group 13: No available IOMMU models",
  ].join("\n");
  expect(explainTrouble(text, host)?.message).toContain("vfio_iommu_type1");
});

test("any text is known in whole sentences or not at all", () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(...real.flatMap(({ text }) => text.split(/(?<=[ :'([])/))),
    fc.constantFrom("\n", ": ", "0000:01:00.0", "01:00.0", "group 18", "vfio", "{address}", "undefined"),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const trouble = explainTrouble(parts.join(""), host);
      if (trouble === null) return;
      expect(trouble.message).toMatch(/^[A-Z][\s\S]*\.$/);
      expect(trouble.fix).toMatch(/^[A-Z][\s\S]*\.$/);
      for (const address of trouble.devices)
        expect(address).toMatch(/^[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\.[0-7]$/);
    }),
    { numRuns: 2_000 },
  );
});

test("a text without anything known is not known", () => {
  const words = fc.array(
    fc.constantFrom("the", "VM", "failed", "device", "error:", "timeout", "PCI", "domain"),
  );
  fc.assert(
    fc.property(words, (parts) => {
      expect(explainTrouble(parts.join(" "), host)).toBeNull();
    }),
  );
});

const repeated = real
  .map(({ text }) => text.split("\n")[0] ?? "")
  .map((line) => line.slice(0, line.length * 0.7));
test.each([
  "Failed to setup 0000:01:00. VFIO_MAP group ",
  "vfio_dma_map(0x1 ",
  "0000:01:00.0: ",
  "AMD-Vi: Event logged [",
  "amdgpu 0000:01:00.0: x ",
  `${repeated.join(" ")} `,
])("a long text of “%.30s…” takes no time", (piece) => {
  const text = `${piece.repeat(Math.ceil(200_000 / piece.length))}\n`;
  const before = performance.now();
  explainTrouble(text, host);
  expect(performance.now() - before).toBeLessThan(5_000);
});
