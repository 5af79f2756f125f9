import { moduleName } from "../modules/modprobe-configuration";
import type { CheckedDevice, CheckSources } from "./check-sources";
import { addKernelParameters, rebuildInitramfs } from "./instructions";

/** Modules whose name is not their driver's, for hosts whose modules.alias was not read. */
const modulesOfDrivers: Readonly<Record<string, string>> = {
  xhci_hcd: "xhci_pci",
  "ehci-pci": "ehci_pci",
  "ohci-pci": "ohci_pci",
  "nvidia-gpu": "i2c_nvidia_gpu",
  "sof-audio-pci-intel-tgl": "snd_sof_pci_intel_tgl",
};

/** How vfio-pci gets devices before the drivers that have them now. */
export function rivalAdvice(devices: readonly CheckedDevice[], sources: CheckSources): string {
  const { setup, binding, builtIn } = sources;
  const rivals = [...new Set(devices.flatMap(rivalModules))];
  const inKernel = rivals.filter(builtIn);
  if (inKernel.length > 0 && !binding.builtIn) {
    const addresses = devices.map(({ address }) => `driverctl set-override ${address} vfio-pci`).join(" && ");
    return `${inKernel.join(", ")} is built into the kernel, so nothing is loaded before it. Bind by address once the host has booted: install driverctl and run “${addresses}”.`;
  }
  if (setup.family === "unraid") {
    return `Check that the addresses in /boot/config/vfio-pci.cfg are still the devices' (Tools, System Devices), and reboot.`;
  }
  if (setup.family === "nixos") {
    return `In configuration.nix put "vfio_pci" before ${rivals.join(", ") || "other drivers"} in boot.initrd.kernelModules, run “nixos-rebuild boot” and reboot.`;
  }
  if (setup.boot.line?.format === "deployment" || setup.boot.line?.format === "bootc-kargs") {
    return addKernelParameters(["rd.driver.pre=vfio-pci"], setup);
  }
  const { system } = setup.boot.line ?? {};
  if (system !== undefined) {
    return `${system.reserve ?? `Have vfio-pci loaded before ${rivals.join(", ") || "other drivers"} by ${system.name}'s own settings, which Passdeck does not know`}, and reboot.`;
  }
  const lines = rivals.map((module) => `“softdep ${module} pre: vfio-pci”`).join(" and ");
  const what =
    lines === "" || binding.builtIn
      ? "Make sure that vfio-pci is in the initramfs"
      : `Add ${lines} to /etc/modprobe.d/vfio.conf`;
  return `${what}, ${rebuildInitramfs(setup)} and reboot.`;
}

/** By modules.alias, else by the driver's own name: a softdep takes a module's name. */
function rivalModules({ driver, modules }: CheckedDevice): string[] {
  const claiming = modules.map(moduleName).filter((name) => name !== "vfio_pci");
  if (driver === null) return [];
  const own = modulesOfDrivers[driver] ?? moduleName(driver);
  return claiming.length === 0 ? [own] : claiming;
}
