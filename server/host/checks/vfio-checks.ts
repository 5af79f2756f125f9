import { kernelParameters, parameterName } from "../kernel-parameters";
import type { Check } from "./check.schema";
import {
  type CheckedDevice,
  type CheckSources,
  driverOverridesFolder,
  folderMarks,
  paths,
  vfioModules,
} from "./check-sources";
import { rebuildInitramfs } from "./instructions";

const title = { modules: "VFIO modules", binding: "Binding at boot" } as const;

/** Whether the kernel's VFIO is loaded: without it a VM with a device fails to start. */
export function vfioModulesLoaded({ files }: CheckSources): Check {
  const base = { id: "vfio-modules", title: title.modules } as const;
  const loaded = new Set((files.text(paths.modules) ?? "").split("\n").map((line) => line.split(" ", 1)[0]));
  const missing = vfioModules.filter((name) => !loaded.has(name) && !files.has(`sys/module/${name}`));
  if (missing.length === 0) return { ...base, status: "pass", detail: "vfio-pci is loaded.", fix: null };
  if (!files.has(folderMarks.modules) && files.text(paths.modules) === null) {
    return { ...base, status: "unknown", detail: "Not included in the host recording.", fix: null };
  }
  return {
    ...base,
    status: "fail",
    detail: `Not loaded: ${missing.map((name) => name.replaceAll("_", "-")).join(", ")}.`,
    fix: "Run “modprobe vfio-pci”, and add the line vfio-pci to /etc/modules-load.d/vfio.conf to load it at every boot.",
  };
}

/** Whether devices on vfio-pci will be there after the next boot, too. */
export function vfioEarlyBinding(sources: CheckSources): Check {
  const base = { id: "vfio-early-binding", title: title.binding } as const;
  const wanted = boundAtStart(sources);
  const stray = sources.devices.filter((device) => wanted(device) && device.driver !== "vfio-pci");
  const held = sources.devices.filter((device) => device.driver === "vfio-pci");
  const lost = held.filter((device) => !wanted(device));
  if (stray.length > 0) {
    return { ...base, status: "warn", detail: strayDetail(stray), fix: strayFix(stray, sources) };
  }
  if (lost.length > 0) {
    const detail = `${named(lost)} bound to vfio-pci now, but not after the next boot.`;
    return { ...base, status: "warn", detail, fix: bindingFix(lost, sources) };
  }
  const detail =
    held.length > 0
      ? `${named(held)} bound to vfio-pci at every boot.`
      : "No device is configured to be bound to vfio-pci.";
  return { ...base, status: "pass", detail, fix: null };
}

/** By driverctl's address, or by the ids on the command line and in modprobe's options. */
function boundAtStart({ files, moduleOptions }: CheckSources): (device: CheckedDevice) => boolean {
  const overridden = new Set(files.names(driverOverridesFolder).map((name) => name.replace(/^pci-/, "")));
  const onCommandLine = kernelParameters(files.text(paths.commandLine) ?? "")
    .filter((parameter) => parameterName(parameter) === "vfio_pci.ids")
    .map((parameter) => parameter.slice(parameter.indexOf("=") + 1));
  const inOptions = [...moduleOptions.matchAll(/^\s*options\s+vfio[-_]pci\s+(?:.*\s)?ids=(\S+)/gm)].map(
    (match) => match[1] ?? "",
  );
  const ids = new Set([...onCommandLine, ...inOptions].flatMap((list) => list.toLowerCase().split(",")));
  return ({ address, vendorId, deviceId }) => overridden.has(address) || ids.has(`${vendorId}:${deviceId}`);
}

function strayDetail(stray: readonly CheckedDevice[]): string {
  const names = stray.map(({ address, driver }) => `${address} (${driver ?? "no driver"})`);
  return `Configured for vfio-pci, but another driver was loaded first: ${names.join(", ")}.`;
}

function strayFix(stray: readonly CheckedDevice[], { setup }: CheckSources): string {
  const drivers = [...new Set(stray.flatMap(({ driver }) => driver ?? []))];
  const lines = drivers.map((driver) => `“softdep ${driver} pre: vfio-pci”`).join(" and ");
  const what =
    lines === ""
      ? "Make sure that vfio-pci is in the initramfs"
      : `Add ${lines} to /etc/modprobe.d/vfio.conf`;
  return `${what}, ${rebuildInitramfs(setup) ?? "rebuild the initramfs"} and reboot.`;
}

/** By address where a twin that stays has the same ids, else by ids, which need no further program. */
function bindingFix(lost: readonly CheckedDevice[], { devices, setup }: CheckSources): string {
  const lostAddresses = new Set(lost.map(({ address }) => address));
  const ids = new Set(lost.map(idsOf));
  const hasTwin = devices.some((device) => ids.has(idsOf(device)) && !lostAddresses.has(device.address));
  if (hasTwin) {
    const commands = lost.map(({ address }) => `driverctl set-override ${address} vfio-pci`).join(" && ");
    return `Another device has the same IDs, so bind by address: install driverctl and run “${commands}”.`;
  }
  const rebuild = rebuildInitramfs(setup) ?? "rebuild the initramfs";
  return `Add “options vfio-pci ids=${[...ids].join(",")}” to /etc/modprobe.d/vfio.conf, ${rebuild} and reboot. Skip this if the device is returned to the host after use.`;
}

function idsOf({ vendorId, deviceId }: CheckedDevice): string {
  return `${vendorId}:${deviceId}`;
}

function named(devices: readonly CheckedDevice[]): string {
  const addresses = devices.map(({ address }) => address).join(", ");
  return `${addresses} ${devices.length === 1 ? "is" : "are"}`;
}
