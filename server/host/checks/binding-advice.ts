import type { InitramfsTool } from "../boot/boot-setup";
import type { CheckSources } from "./check-sources";
import {
  addKernelParameters,
  rebuildInitramfs,
  removeKernelParameter,
  replaceKernelParameter,
} from "./instructions";
import { harmfulIds } from "./needed-devices";

/**
 * How this host is told to bind by ids at every boot: the whole list in one place, as the last one counts alone. Ids that
 * would take a device which the host needs are left out, and that is said.
 * @param wanted All ids that are to be bound, "10de:1b80"; none takes the list away.
 */
export function adviseIds(wanted: readonly string[], sources: CheckSources): string {
  const harmful = harmfulIds(wanted, sources.devices);
  const advice = adviseSafeIds(
    wanted.filter((id) => !harmful.includes(id)),
    sources,
  );
  return harmful.length === 0
    ? advice
    : `${advice} Leave ${harmful.join(", ")} out: the host needs a device with these ids; bind the other one by its address.`;
}

function adviseSafeIds(ids: readonly string[], sources: CheckSources): string {
  const { setup, binding } = sources;
  const parameter = `vfio-pci.ids=${ids.join(",")}`;
  const now = binding.ids?.parameter ?? null;
  if (now !== null) {
    return ids.length === 0
      ? removeKernelParameter(now, setup)
      : replaceKernelParameter(now, parameter, setup);
  }
  if (setup.family === "nixos") return nixosIds(parameter);
  if (binding.builtIn || setup.boot.line?.system !== undefined)
    return addKernelParameters([parameter], setup);
  if (setup.boot.line?.format === "deployment" || setup.boot.line?.format === "bootc-kargs") {
    return addKernelParameters(["rd.driver.pre=vfio-pci", parameter], setup);
  }
  return `${inFile(ids, binding.ids?.place ?? null)}, ${rebuildInitramfs(setup)} and reboot.`;
}

function inFile(ids: readonly string[], place: string | null): string {
  if (place === null) return `Add “options vfio-pci ids=${ids.join(",")}” to /etc/modprobe.d/vfio.conf`;
  return ids.length === 0 ? `Remove ids= from ${place}` : `Change ids= in ${place} to ids=${ids.join(",")}`;
}

function nixosIds(parameter: string): string {
  return `In configuration.nix add "${parameter}" to boot.kernelParams and "vfio_pci" to boot.initrd.kernelModules, before the GPU's driver, run “nixos-rebuild boot” and reboot.`;
}

/** How this host is told to bind devices by their addresses at every boot, whatever their ids. */
export function adviseAddresses(addresses: readonly string[], { setup }: CheckSources): string {
  const first = addresses[0] ?? "";
  if (setup.family === "unraid") {
    return `Add ${addresses.join(" ")} to the line BIND= in /boot/config/vfio-pci.cfg (Tools, System Devices) and reboot.`;
  }
  if (setup.family === "nixos") {
    const writes = addresses
      .map((one) => `echo vfio-pci > /sys/bus/pci/devices/${one}/driver_override`)
      .join("; ");
    return `In configuration.nix set boot.initrd.preDeviceCommands = "${writes}; modprobe -i vfio-pci", run “nixos-rebuild boot” and reboot.`;
  }
  const { system } = setup.boot.line ?? {};
  if (system !== undefined) {
    return `${system.reserve ?? `Have ${addresses.join(" ")} bound to vfio-pci by ${system.name}'s own settings, which Passdeck does not know`}, and reboot.`;
  }
  const commands = addresses.map((one) => `driverctl set-override ${one} vfio-pci`).join(" && ");
  const early = `${earlyScript(setup.boot.initramfs)} that writes vfio-pci into /sys/bus/pci/devices/${first}/driver_override`;
  return `Bind by address: install driverctl and run “${commands}”. If a driver in the initramfs takes the device first, add ${early}, and ${rebuildInitramfs(setup)}.`;
}

/** What runs in the initramfs before udev loads drivers. */
function earlyScript(tool: InitramfsTool | null): string {
  if (tool === "initramfs-tools")
    return "a script in /etc/initramfs-tools/scripts/init-top that sorts before udev";
  if (tool === "mkinitcpio") return "a hook of mkinitcpio's with run_earlyhook";
  if (tool === "dracut") return "a dracut module with a pre-udev hook";
  return "a script that runs before the drivers are loaded";
}
