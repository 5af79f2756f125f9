import { type BootCommand, once } from "../host/boot/boot-setup";
import type { FileStep } from "./file-step";
import type { ModuleStep } from "./modules/plan/draft";
import type { ModuleChange, ModuleContext } from "./modules/plan/module-change";
import { type ModulePlan, planModules } from "./modules/plan/plan-modules";
import type { PrepareHost } from "./prepare-host";
import { Refused } from "./refused";

/** The part of a plan that is about modules, drivers and the initial RAM disk. */
export function planHostModules(
  host: PrepareHost,
  change: ModuleChange,
): { steps: FileStep[]; commands: readonly BootCommand[]; executable: string[] } {
  const { steps, rebuild } = planOf(host, change);
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
export function moduleStepsOf(host: PrepareHost, change: ModuleChange): readonly ModuleStep[] {
  return planOf(host, change).steps;
}

function planOf(host: PrepareHost, change: ModuleChange): Pick<ModulePlan, "steps" | "rebuild"> {
  const { steps, rebuild, refused } = planModules(host.files, change, contextOf(host, change));
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

function contextOf({ boot, files, devices, builtIn }: PrepareHost, change: ModuleChange): ModuleContext {
  const isMeant = (address: string) =>
    change.vfioAddresses.includes(address) || change.vfioIds.add.includes(devices.ids.get(address) ?? "");
  return {
    initramfs: boot.initramfs,
    imageBased: boot.line?.format === "deployment" || boot.line?.format === "bootc-kargs",
    rivals: [...devices.modules].filter(([address]) => isMeant(address)).map(([, module]) => module),
    builtIn,
    twins: new Set(),
    deviceIds: devices.ids,
    memory: memoryOf(files.text("proc/meminfo") ?? ""),
  };
}

function memoryOf(text: string): ModuleContext["memory"] {
  const field = (name: string) => new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1];
  const total = field("MemTotal");
  if (total === undefined) return null;
  return { bytes: BigInt(total) * 1024n, defaultPageBytes: BigInt(field("Hugepagesize") ?? 2048) * 1024n };
}
