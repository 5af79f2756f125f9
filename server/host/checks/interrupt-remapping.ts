import { plainText } from "../plain-text";
import { logged } from "./boot-log";
import type { Evidence } from "./check.schema";
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
function byInterrupts(sources: CheckSources): Finding {
  const { first } = sources.further;
  const { log } = sources;
  const unsafe = saidUnsafe(sources);
  const told = logged(log, /Enabled IRQ remapping|Interrupt remapping enabled/i, 2);
  const text = first.text(further.interrupts);
  const remapped = /\bIR-[\w-]+/.exec(text ?? "")?.[0];
  if (remapped !== undefined || told.length > 0) {
    const chip = remapped === undefined ? [] : [chipSeen(`${remapped} …`)];
    const evidence = [...chip, ...told, ...unsafe];
    if (unsafe.length === 0) return passed("Interrupts of devices are remapped.", evidence);
    return {
      status: "warn",
      detail:
        "Interrupts of devices are remapped, and VFIO is told to do without it: it is not needed here, and another start without it would go unnoticed.",
      fix: "Take allow_unsafe_interrupts=1 out of the kernel's line and of /etc/modprobe.d, build the initial RAM disk anew and reboot.",
      evidence,
    };
  }
  if (text === null) return notRead(first, further.interrupts);
  if (!/\b(PCI-MSI|IO-APIC)/.test(text))
    return unknown(`/${further.interrupts} names no interrupt of a device.`);
  const evidence = [
    chipSeen("no interrupt controller's name begins with IR-"),
    ...logged(log, /\bIRQ remapping\b|interrupt remapping|DMAR-IR/i),
    ...(unsafe.length > 0 ? unsafe : wordOf(further.unsafeInterrupts, first.word(further.unsafeInterrupts))),
  ];
  const isAllowed = unsafe.length > 0;
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

/** Where VFIO is told to hand devices over without remapping: the module's own word, or what it will be loaded with. */
function saidUnsafe(sources: CheckSources): Evidence[] {
  const { first } = sources.further;
  const word = first.word(further.unsafeInterrupts);
  if (word !== null) return word === "Y" ? wordOf(further.unsafeInterrupts, word) : [];
  const given = parametersNamed(sources, "vfio_iommu_type1.allow_unsafe_interrupts").filter(({ value }) =>
    /^(?:1|y|on)?$/i.test(value),
  );
  const lines = sources.binding.lines.filter(
    ({ command, module, rest }) =>
      command === "options" &&
      module === "vfio_iommu_type1" &&
      /\ballow_unsafe_interrupts(?:=(?:1|y|on))?(?:\s|$)/i.test(rest),
  );
  return [
    ...onCommandLine(given),
    ...lines.map(({ path, command, module, rest }) => ({
      file: path,
      line: null,
      text: plainText(`${command} ${module} ${rest}`),
    })),
  ];
}

/** Without the counts, which are others at every look. */
function chipSeen(text: string) {
  return { file: `/${further.interrupts}`, line: null, text };
}
