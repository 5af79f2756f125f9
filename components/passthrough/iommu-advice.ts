import type { HardwareReport } from "@/server/pci/schema";

export interface IommuAdvice {
  /** Why no device can be passed through, in a sentence or two. */
  explanation: string;
  steps: string[];
}

const firmwareNames = { intel: "Intel VT-d", amd: "IOMMU (AMD-Vi)", arm: "SMMU" } as const;

/** What to do on a host whose IOMMU is off; null where it is on. */
export function iommuAdvice({ host, iommu }: HardwareReport): IommuAdvice | null {
  if (iommu.enabled) return null;
  const restart = "Reboot the host.";
  if (iommu.offeredByFirmware === true) {
    return {
      explanation: "The firmware offers an IOMMU, but the kernel does not use it.",
      steps: [...kernelSteps(host), restart],
    };
  }
  const firmware = `Switch on ${firmwareNames[host.cpuVendor ?? "intel"]} in the firmware's setup (BIOS or UEFI)${
    host.cpuVendor === null ? ", or the IOMMU under the name that the CPU vendor uses" : ""
  }.`;
  if (iommu.offeredByFirmware === false) {
    return {
      explanation: "The firmware reports no IOMMU: it is turned off there, or the machine has none.",
      steps: [
        "Reboot the host.",
        firmware,
        "If it is turned on and this message remains, the machine has no IOMMU.",
      ],
    };
  }
  return {
    explanation: "No device is in an IOMMU group, so the IOMMU is off in the firmware or in the kernel.",
    steps: [firmware, ...kernelSteps(host), restart],
  };
}

/** Intel's has to be asked for on many distributions; AMD's and Arm's are on unless they were turned off. */
function kernelSteps(host: HardwareReport["host"]): string[] {
  const change =
    host.cpuVendor === "intel" || host.cpuVendor === null
      ? "Add intel_iommu=on to the kernel command line"
      : "Remove iommu=off and amd_iommu=off from the kernel command line";
  const place = placeOfCommandLine(host);
  return place === null ? [`${change}.`] : [`${change}: ${place.edit}.`, ...place.after];
}

function placeOfCommandLine(host: HardwareReport["host"]): { edit: string; after: string[] } | null {
  if (host.bootLoader === "grub") {
    const usesUpdateGrub = host.initramfs === "initramfs-tools";
    return {
      edit: "GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub",
      after: [
        usesUpdateGrub
          ? "Run update-grub."
          : "Run grub-mkconfig -o /boot/grub/grub.cfg (Fedora: grub2-mkconfig).",
      ],
    };
  }
  if (host.bootLoader === "systemd-boot") {
    return { edit: "the options line of the boot entry in loader/entries on the boot partition", after: [] };
  }
  return null;
}
