import type { CheckSources } from "./check-sources";
import { wordOf } from "./evidence";
import { further } from "./further-files";
import { type Finding, type HostCheck, passed } from "./host-check";
import { notRead } from "./not-read";

/** Whether the kernel looks for equal pages of VMs to share them. */
export const ksm: HostCheck = {
  id: "ksm",
  group: "memory",
  title: "Shared pages (KSM)",
  why: "A VM with a device has its memory locked, which KSM searches in vain; it costs CPU time, and tells VMs of each other.",
  look: pagesShared,
};

function pagesShared({ further: { first }, devices }: CheckSources): Finding {
  const word = first.word(further.ksm);
  if (word === null) return notRead(first, further.ksm);
  const evidence = wordOf(further.ksm, word);
  if (word !== "1") return passed("It is off.", evidence);
  if (!devices.some(({ driver }) => driver === "vfio-pci")) {
    return passed("It is on; no device is reserved for VMs.", evidence);
  }
  return {
    status: "warn",
    detail: "It is on, and devices are reserved for VMs.",
    fix: "Run “systemctl disable --now ksmtuned ksm” (those of them that are there) and “echo 2 > /sys/kernel/mm/ksm/run”.",
    evidence,
  };
}
