import { describe, expect, test } from "vitest";
import { explainTrouble } from "../explain-trouble";
import { unknownHost } from "../trouble";
import { kernelIommu } from "./kernel-iommu.test-data";
import { kernelLink } from "./kernel-link.test-data";
import { kernelPci } from "./kernel-pci.test-data";
import { kernelVfio } from "./kernel-vfio.test-data";
import { libvirtChange } from "./libvirt-change.test-data";
import { libvirtDefinition } from "./libvirt-definition.test-data";
import { libvirtHostdev } from "./libvirt-hostdev.test-data";
import { libvirtPci } from "./libvirt-pci.test-data";
import type { PrintedSource } from "./printed-text";
import { qemuContainer } from "./qemu-container.test-data";
import { qemuGuest } from "./qemu-guest.test-data";
import { qemuMemory } from "./qemu-memory.test-data";
import { qemuMigration } from "./qemu-migration.test-data";
import { qemuOlder } from "./qemu-older.test-data";
import { qemuPci } from "./qemu-pci.test-data";
import { qemuQuirks } from "./qemu-quirks.test-data";

const sources: readonly PrintedSource[] = [
  ...qemuPci,
  ...qemuQuirks,
  ...qemuContainer,
  ...qemuMemory,
  ...qemuMigration,
  ...qemuGuest,
  ...qemuOlder,
  ...libvirtPci,
  ...libvirtHostdev,
  ...libvirtDefinition,
  ...libvirtChange,
  ...kernelVfio,
  ...kernelIommu,
  ...kernelPci,
  ...kernelLink,
];
const texts = sources.flatMap(({ source, before, texts }) =>
  texts.map(([format, says, example = format]) => ({
    source,
    format,
    says,
    example,
    text: before + example,
  })),
);

/** A conversion of printf's: the kernel's, C's, or one of libvirt's with its place. */
const conversion = /%(?:\d+\$)?[-#0]*\d*(?:\.\*?\d*)?(?:ll|l|z)?(?:p[RUM]|[a-zA-Z])/;

function patternOf(format: string): RegExp {
  const literals = format.split(conversion).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(literals.join(".*?"));
}

describe.each(texts)("$text ($source)", ({ format, says, example, text }) => {
  const trouble = explainTrouble(text, unknownHost);

  test("is of its format", () => expect(example).toMatch(patternOf(format)));

  test("is explained by the right rule", () => expect(`${trouble?.message} ${trouble?.fix}`).toContain(says));

  test("has a cause and a fix in whole sentences, and names the device", () => {
    expect(trouble?.message).toMatch(/^[A-Z][\s\S]*\.$/);
    expect(trouble?.message).not.toMatch(/undefined|null|\(\)|“”|\{|\}/);
    expect(trouble?.fix).toMatch(/^[A-Z][\s\S]*\.$/);
    if (text.includes("0000:01:00.0")) expect(trouble?.devices).toContain("0000:01:00.0");
  });
});

/** What errno says (strerror of glibc). */
const reasons = [
  "Operation not permitted",
  "No such file or directory",
  "No such device",
  "Input/output error",
  "Invalid argument",
  "Device or resource busy",
  "Permission denied",
  "Cannot allocate memory",
  "Bad address",
  "No space left on device",
  "Too many open files",
  "Operation not supported",
  "Inappropriate ioctl for device",
  "File exists",
];

test("a text is explained whatever its errno says", () => {
  const others = texts.flatMap(({ text }) => {
    const reason = reasons.find((one) => text.includes(one));
    return reason === undefined ? [] : reasons.map((other) => text.replace(reason, other));
  });
  expect(others.length).toBeGreaterThan(1_000);
  expect(others.filter((text) => explainTrouble(text, unknownHost) === null)).toEqual([]);
});
