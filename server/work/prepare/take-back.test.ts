import { expect, test } from "vitest";
import { takeBackOf } from "./take-back";

const line = "BOOT_IMAGE=/vmlinuz root=UUID=1 ro quiet iommu=1 vfio-pci.ids=10de:1";
const wish = { trial: null, seen: { commandLine: line, drivers: {}, target: null } };
const kargs = (...options: string[]) => takeBackOf(["rpm-ostree", "kargs", ...options], wish);
const inverse = (...options: string[]) => ({ kind: "command", words: ["rpm-ostree", "kargs", ...options] });

test("what makes something of files is run again", () => {
  expect(takeBackOf(["update-grub"], wish)).toEqual({ kind: "again" });
  expect(takeBackOf(["rpm-ostree", "initramfs", "--enable"], wish)).toEqual({ kind: "again" });
});

test("words of a deployment go the other way, as far as they were other", () => {
  expect(kargs("--append-if-missing=nosmt", "--delete-if-present=quiet")).toEqual(
    inverse("--delete-if-present=nosmt", "--append-if-missing=quiet"),
  );
  expect(kargs("--replace=vfio-pci.ids=10de:1,10de:2")).toEqual(inverse("--replace=vfio-pci.ids=10de:1"));
  expect(kargs("--replace=isolcpus=2-3")).toEqual(inverse("--delete-if-present=isolcpus=2-3"));
  expect(kargs("--delete-if-present=iommu")).toEqual(inverse("--append-if-missing=iommu=1"));
  expect(kargs("--append-if-missing=quiet", "--delete-if-present=splash")).toEqual({
    kind: "command",
    words: null,
  });
});

test("a trial's commands are taken back all at once", () => {
  const trial = { cleanUp: [["grub-editenv", "-", "unset", "next_entry"]], reboot: ["systemctl", "reboot"] };
  expect(takeBackOf(["grub-reboot", "passdeck-trial"], { ...wish, trial })).toEqual({
    kind: "command",
    words: null,
  });
});
