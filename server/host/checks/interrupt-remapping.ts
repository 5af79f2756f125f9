import { logged } from "./boot-log";
import type { CheckSources } from "./check-sources";
import { isX86 } from "./cpu-flags";
import { onCommandLine, parametersNamed, wordOf } from "./evidence";
import { further } from "./further-files";
import { type Finding, type HostCheck, lineChange, passed, unknown } from "./host-check";
import { removeKernelParameter } from "./instructions";
import { notRead } from "./not-read";

/** Whether the IOMMU checks the interrupts of devices, too. */
export const interruptRemapping: HostCheck = {
  id: "interrupt-remapping",
  group: "iommu",
  title: "Interrupt remapping",
  why: "Without it a device in a VM could raise any interrupt of the host, so VFIO refuses to hand it over.",
  look: interruptsRemapped,
};

function interruptsRemapped(sources: CheckSources): Finding {
  if (!isX86(sources)) return unknown("Not looked at: only Intel's and AMD's is known to this check.");
  if (!sources.iommu.enabled) return unknown("The IOMMU, which does it, is off.");
  const off = parametersNamed(sources, "intremap", "nointremap").filter(
    ({ name, value }) => name === "nointremap" || value.split(",").includes("off"),
  );
  if (off.length > 0) {
    const words = off.map(({ text }) => text);
    return {
      status: "fail",
      detail: `It is turned off on the kernel command line: ${words.join(" ")}.`,
      fix: words.map((word) => removeKernelParameter(word, sources.setup)).join("\n"),
      evidence: onCommandLine(off),
      change: lineChange([], words),
    };
  }
  return byInterrupts(sources);
}

/** The kernel calls a remapped chip "IR-IO-APIC", "IR-PCI-MSI" (arch/x86/kernel/apic; drivers/iommu). */
function byInterrupts({ further: { first }, log }: CheckSources): Finding {
  const told = logged(log, /Enabled IRQ remapping|Interrupt remapping enabled/i, 2);
  const text = first.text(further.interrupts);
  const remapped = /\bIR-[\w-]+/.exec(text ?? "")?.[0];
  if (remapped !== undefined || told.length > 0) {
    const chip = remapped === undefined ? [] : [chipSeen(`${remapped} …`)];
    return passed("Interrupts of devices are remapped.", [...chip, ...told]);
  }
  if (text === null) return notRead(first, further.interrupts);
  if (!/\b(PCI-MSI|IO-APIC)/.test(text))
    return unknown(`/${further.interrupts} names no interrupt of a device.`);
  const evidence = [
    chipSeen("no interrupt controller's name begins with IR-"),
    ...logged(log, /\bIRQ remapping\b|interrupt remapping|DMAR-IR/i),
    ...wordOf(further.unsafeInterrupts, first.word(further.unsafeInterrupts)),
  ];
  const isAllowed = first.word(further.unsafeInterrupts) === "Y";
  return {
    status: isAllowed ? "warn" : "fail",
    detail: isAllowed
      ? "The host does not remap interrupts, and VFIO is told to do without: a VM with a device can disturb the host."
      : "The host does not remap interrupts, so VMs with devices don't start.",
    fix: isAllowed
      ? null
      : "Update the firmware. Where it stays so, and you trust your VMs: add “options vfio_iommu_type1 allow_unsafe_interrupts=1” to /etc/modprobe.d/vfio.conf and reboot.",
    evidence,
  };
}

/** Without the counts, which are others at every look. */
function chipSeen(text: string) {
  return { file: `/${further.interrupts}`, line: null, text };
}
