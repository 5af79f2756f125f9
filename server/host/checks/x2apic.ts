import { logged } from "./boot-log";
import type { CheckSources } from "./check-sources";
import { cpuFlags, isX86 } from "./cpu-flags";
import { onCommandLine, parametersNamed } from "./evidence";
import { type Finding, type HostCheck, lineChange, passed, unknown } from "./host-check";
import { removeKernelParameter } from "./instructions";

/** Interrupts of an xAPIC reach CPUs 0 to 254. */
const mostCpus = 255;

/** Whether the CPUs' interrupt controllers work in the mode that large hosts need. */
export const x2apic: HostCheck = {
  id: "x2apic",
  group: "iommu",
  title: "x2APIC",
  why: "It carries interrupts to more than 255 CPUs, and costs VMs less than the older mode.",
  look: x2apicOn,
};

function x2apicOn(sources: CheckSources): Finding {
  if (!isX86(sources)) return unknown("Only Intel's and AMD's CPUs have it.");
  const flags = cpuFlags(sources);
  if (flags.length === 0) return unknown("The kernel does not report the CPU's features.");
  if (!flags.includes("x2apic")) return judged(sources, "The CPU does not have it.");
  const refused = parametersNamed(sources, "nox2apic");
  if (refused.length > 0) {
    const found = judged(sources, "It is turned off on the kernel command line: nox2apic.");
    return {
      ...found,
      fix: found.status === "pass" ? null : removeKernelParameter("nox2apic", sources.setup),
      evidence: onCommandLine(refused),
      change: found.status === "pass" ? null : lineChange([], ["nox2apic"]),
    };
  }
  if (sources.log.lines === null) return unknown(`The CPU has it. ${sources.log.problem}`);
  const off = logged(sources.log, /x2apic.*(disabled|opt.?out)|opt.?out.*x2apic/i);
  if (off.length > 0) {
    const found = judged(sources, "The CPU has it; the firmware asks the kernel not to use it.");
    return { ...found, fix: found.status === "pass" ? null : optIn, evidence: off };
  }
  const on = logged(sources.log, /x2apic.*(enabled|mode)|Switched APIC routing to.*x2apic/i, 2);
  return on.length > 0
    ? passed("The kernel uses it.", on)
    : unknown("The CPU has it; the kernel's log does not say whether it is used.");
}

const optIn =
  "Turn on x2APIC in the firmware setup, or boot with intremap=no_x2apic_optout, which overrules the firmware.";

function judged({ threads }: CheckSources, detail: string): Finding {
  if (threads <= mostCpus) return passed(`${detail} A host of ${threads || "so few"} CPUs does without.`);
  return {
    status: "warn",
    detail: `${detail} Not all of the ${threads} CPUs can take interrupts.`,
    fix: optIn,
  };
}
