import { type BootCommand, once } from "../host/boot/boot-setup";
import { parametersOfModprobe } from "../host/kernel-parameters";
import { modprobeFolders } from "../host/modules/modprobe-files";
import type { FileStep } from "./file-step";
import { idsName } from "./kernel-line/change-line";
import { itemsOf } from "./kernel-line/merge-parameter";
import { boundDevices, ownRules } from "./modules/early-binding/bound-devices";
import { vfioIdsOf } from "./modules/modprobe/vfio-ids";
import type { ModuleStep } from "./modules/plan/draft";
import type { ModuleChange, ModuleContext } from "./modules/plan/module-change";
import { type ModulePlan, planModules } from "./modules/plan/plan-modules";
import type { PrepareFiles } from "./prepare-files";
import type { PrepareHost } from "./prepare-host";
import { Refused } from "./refused";

/**
 * The part of a plan that is about modules, drivers and the initial RAM disk.
 * @param lineIds Ids that the same change puts on the kernel's line.
 */
export function planHostModules(
  host: PrepareHost,
  change: ModuleChange,
  lineIds: readonly string[],
): { steps: FileStep[]; commands: readonly BootCommand[]; executable: string[] } {
  const { steps, rebuild } = planOf(host, change, lineIds);
  const isSysctl = steps.some(({ file }) => file.startsWith("etc/sysctl."));
  return {
    steps: steps.map(({ file, before, after }) => ({ file, before, after })),
    executable: steps.filter((step) => step.executable).map(({ file }) => file),
    commands: [
      ...(rebuild ? host.boot.rebuildInitramfs : []),
      ...(isSysctl ? [once("sysctl", "--system")] : []),
    ],
  };
}

/** The files alone, as {@link planModules} has them. */
export function moduleStepsOf(
  host: PrepareHost,
  change: ModuleChange,
  lineIds: readonly string[],
): readonly ModuleStep[] {
  return planOf(host, change, lineIds).steps;
}

function planOf(
  host: PrepareHost,
  change: ModuleChange,
  lineIds: readonly string[],
): Pick<ModulePlan, "steps" | "rebuild"> {
  const context = contextOf(host, change, lineIds);
  const { steps, rebuild, refused } = planModules(host.files, change, context);
  if (refused !== null) throw new Refused(refused.reason);
  if (steps.length > 0) refuseOthersFiles(host);
  return { steps, rebuild };
}

/** @throws Refused where a system makes its files itself, or none of /etc's lasts. */
export function refuseOthersFiles({ family, boot }: PrepareHost): void {
  if (family === "nixos")
    throw new Refused("NixOS makes these files of its configuration, which is its owner's to edit.");
  const { system } = boot.line ?? {};
  if (system === undefined) return;
  throw new Refused(
    `${system.name} ${system.why}: files of /etc do not last, or come too late.`,
    system.reserve ??
      "Put it on the kernel line: vfio-pci.ids=VENDOR:DEVICE, modprobe.blacklist=MODULE, MODULE.OPTION=VALUE",
  );
}

function contextOf(
  { boot, files, devices, builtIn }: PrepareHost,
  change: ModuleChange,
  lineIds: readonly string[],
): ModuleContext {
  const ids = [...change.vfioIds.add, ...lineIds, ...idsNow(files)];
  const addresses = [...change.vfioAddresses, ...boundDevices(files.text(ownRules) ?? "").map(addressOf)];
  const isMeant = (address: string) =>
    addresses.includes(address) || ids.includes(devices.ids.get(address) ?? "");
  const meant = [...devices.modules].filter(([address]) => isMeant(address)).map(([, module]) => module);
  return {
    initramfs: boot.initramfs,
    imageBased: boot.line?.format === "deployment" || boot.line?.format === "bootc-kargs",
    rivals: meant.filter((module) => module !== "vfio_pci"),
    builtIn,
    twins: new Set(),
    deviceIds: devices.ids,
    memory: memoryOf(files.text("proc/meminfo") ?? ""),
  };
}

function addressOf({ address }: { address: string }): string {
  return address;
}

/** Ids that vfio-pci has at boot already: those devices have rivals, too. */
function idsNow(files: PrepareFiles): string[] {
  const words = parametersOfModprobe(files.text("proc/cmdline") ?? "");
  const onLine = words.filter(({ name }) => name === idsName).flatMap(({ value }) => itemsOf(value));
  const inFiles = modprobeFolders
    .flatMap((folder) => files.inFolder(folder))
    .flatMap(({ text }) => vfioIdsOf(text) ?? []);
  return [...onLine, ...inFiles].map((id) => id.toLowerCase());
}

function memoryOf(text: string): ModuleContext["memory"] {
  const field = (name: string) => new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1];
  const total = field("MemTotal");
  if (total === undefined) return null;
  return { bytes: BigInt(total) * 1024n, defaultPageBytes: BigInt(field("Hugepagesize") ?? 2048) * 1024n };
}
