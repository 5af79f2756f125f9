import type { CheckSources } from "./check-sources";
import { wordOf } from "./evidence";
import { further } from "./further-files";
import { type Finding, type HostCheck, passed } from "./host-check";
import { notRead } from "./not-read";

/** Whether VMs can run VMs of their own. */
export const nested: HostCheck = {
  id: "nested",
  group: "processor",
  title: "Nested virtualization",
  why: "A Windows guest needs it for Hyper-V, WSL 2 and memory integrity; a VM without these does not.",
  look: nestedOn,
};

function nestedOn({ further: { first }, cpuVendor }: CheckSources): Finding {
  const path = cpuVendor === "amd" ? further.nestedAmd : further.nestedIntel;
  const word = first.word(path);
  if (word === null) return notRead(first, path);
  const evidence = wordOf(path, word);
  if (/^[Y1]/.test(word)) return passed("VMs can run VMs of their own.", evidence);
  const module = cpuVendor === "amd" ? "kvm_amd" : "kvm_intel";
  return {
    status: "pass",
    detail: "VMs can't run VMs of their own.",
    fix: `Only where a guest needs it: add “options ${module} nested=1” to /etc/modprobe.d/kvm.conf and reboot.`,
    evidence,
  };
}
