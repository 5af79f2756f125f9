import { describe, expect, test } from "vitest";
import { demoReport, reportWithoutIommu } from "@/e2e/hosts/reports";
import type { HardwareReport } from "@/server/pci/schema";
import { iommuAdvice } from "./iommu-advice";

function adviceFor(iommu: Partial<HardwareReport["iommu"]>, host: Partial<HardwareReport["host"]> = {}) {
  const report = reportWithoutIommu;
  return iommuAdvice({ ...report, iommu: { ...report.iommu, ...iommu }, host: { ...report.host, ...host } });
}

describe("iommuAdvice", () => {
  test("has none where the IOMMU is on", () => {
    expect(iommuAdvice(demoReport)).toBeNull();
  });

  test("sends to the firmware where that offers none", () => {
    const intel = adviceFor({ offeredByFirmware: false });
    expect(intel?.explanation).toContain("The firmware reports no IOMMU");
    expect(intel?.steps.join()).toContain("Intel VT-d");
    const amd = adviceFor({ offeredByFirmware: false }, { cpuVendor: "amd" });
    expect(amd?.steps.join()).toContain("AMD-Vi");
  });

  test("sends to the boot loader's own file where the firmware offers one", () => {
    const arch = adviceFor({ offeredByFirmware: true });
    expect(arch?.steps).toEqual([
      "Add intel_iommu=on to the kernel command line: GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub.",
      "Run grub-mkconfig -o /boot/grub/grub.cfg (Fedora: grub2-mkconfig).",
      "Reboot the host.",
    ]);
    const debian = adviceFor({ offeredByFirmware: true }, { initramfs: "initramfs-tools" });
    expect(debian?.steps).toContain("Run update-grub.");
    const systemdBoot = adviceFor({ offeredByFirmware: true }, { bootLoader: "systemd-boot" });
    expect(systemdBoot?.steps[0]).toContain("loader/entries");
  });

  test("does not tell AMD's owners to switch on what is on by itself", () => {
    const amd = adviceFor({ offeredByFirmware: true }, { cpuVendor: "amd", bootLoader: null });
    expect(amd?.steps).toEqual([
      "Remove iommu=off and amd_iommu=off from the kernel command line.",
      "Reboot the host.",
    ]);
  });

  test("names both where nothing tells which it is", () => {
    const advice = adviceFor({ offeredByFirmware: null }, { cpuVendor: null });
    expect(advice?.steps).toHaveLength(4);
  });
});
