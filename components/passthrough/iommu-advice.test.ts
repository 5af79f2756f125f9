import { describe, expect, it } from "vitest";
import type { HostReport } from "@/server/pci/schema";
import { iommuAdvice } from "./iommu-advice";
import { demoReport, reportWithoutIommu } from "./report.test-data";

async function adviceFor(iommu: Partial<HostReport["iommu"]>, host: Partial<HostReport["host"]> = {}) {
  const report = await reportWithoutIommu();
  return iommuAdvice({ ...report, iommu: { ...report.iommu, ...iommu }, host: { ...report.host, ...host } });
}

describe("iommuAdvice", () => {
  it("has none where the IOMMU is on", async () => {
    expect(iommuAdvice(await demoReport())).toBeNull();
  });

  it("sends to the firmware where that offers none", async () => {
    const intel = await adviceFor({ offeredByFirmware: false });
    expect(intel?.explanation).toContain("The firmware offers no IOMMU");
    expect(intel?.steps.join()).toContain("Intel VT-d");
    const amd = await adviceFor({ offeredByFirmware: false }, { cpuVendor: "amd" });
    expect(amd?.steps.join()).toContain("AMD-Vi");
  });

  it("sends to the boot loader's own file where the firmware offers one", async () => {
    const arch = await adviceFor({ offeredByFirmware: true });
    expect(arch?.steps).toEqual([
      "Add intel_iommu=on to the kernel's command line: GRUB_CMDLINE_LINUX_DEFAULT in /etc/default/grub.",
      "Run grub-mkconfig -o /boot/grub/grub.cfg (Fedora: grub2-mkconfig).",
      "Restart the host.",
    ]);
    const debian = await adviceFor({ offeredByFirmware: true }, { initramfs: "initramfs-tools" });
    expect(debian?.steps).toContain("Run update-grub.");
    const systemdBoot = await adviceFor({ offeredByFirmware: true }, { bootLoader: "systemd-boot" });
    expect(systemdBoot?.steps[0]).toContain("loader/entries");
  });

  it("does not tell AMD's owners to switch on what is on by itself", async () => {
    const amd = await adviceFor({ offeredByFirmware: true }, { cpuVendor: "amd", bootLoader: null });
    expect(amd?.steps).toEqual([
      "Take iommu=off and amd_iommu=off off the kernel's command line.",
      "Restart the host.",
    ]);
  });

  it("names both where nothing tells which it is", async () => {
    const advice = await adviceFor({ offeredByFirmware: null }, { cpuVendor: null });
    expect(advice?.steps).toHaveLength(4);
  });
});
