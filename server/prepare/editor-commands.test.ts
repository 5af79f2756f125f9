import { describe, expect, test } from "vitest";
import { deploymentCommand, grubbyCommand } from "./editor-commands";
import { wordChanges } from "./kernel-line/word-changes";

/* grubby(8): a new value takes the old one's place. */
describe("grubby", () => {
  test.each([
    ["iommu=soft", "iommu=pt", ["--args=iommu=pt"]],
    ["hugepages=8", "hugepages=16", ["--args=hugepages=16"]],
    ["console=tty0", "console=hvc0", ["--args=console=hvc0", "--remove-args=console=tty0"]],
    ["rhgb quiet", "quiet", ["--remove-args=rhgb"]],
  ])("%j becomes %j", (before, after, options) => {
    expect(grubbyCommand(wordChanges(before, after))).toEqual([
      ["grubby", "--update-kernel=ALL", ...options],
    ]);
  });
});

/* rpm-ostree(1): KEY=NEW, or KEY=OLD=NEW where a key has several values; a value may have no "=" of its own. */
describe("rpm-ostree kargs", () => {
  test.each([
    ["quiet", "quiet iommu=pt", ["--append-if-missing=iommu=pt"]],
    ["quiet rhgb", "quiet", ["--delete-if-present=rhgb"]],
    ["vfio_pci.ids=", "vfio_pci.ids=10de:2684", ["--replace=vfio_pci.ids=10de:2684"]],
    [
      "hugepagesz=2M hugepages=512 hugepagesz=1G hugepages=8",
      "hugepagesz=2M hugepages=1024 hugepagesz=1G hugepages=8",
      ["--replace=hugepages=512=1024"],
    ],
    [
      "resume=UUID=a",
      "resume=UUID=b",
      ["--append-if-missing=resume=UUID=b", "--delete-if-present=resume=UUID=a"],
    ],
    [
      "kvm_intel.nested=0",
      "kvm-intel.nested=1",
      ["--append-if-missing=kvm-intel.nested=1", "--delete-if-present=kvm_intel.nested=0"],
    ],
  ])("%j becomes %j", (before, after, options) => {
    expect(deploymentCommand(wordChanges(before, after), before)).toEqual([
      ["rpm-ostree", "kargs", ...options],
    ]);
  });
});
