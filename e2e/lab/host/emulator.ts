import { join } from "node:path";
import { addedModels } from "@/e2e/lab/topology/model-name";
import { deviceArguments } from "@/e2e/lab/topology/qemu-devices";
import { bootArguments } from "./boot-arguments";
import type { EmulatorOptions } from "./emulator-options";
import { guestPort } from "./inner-guest";

/** A host that takes longer hangs, however busy the outer machine is; nobody's machine is to be left with it. */
const limitSeconds = 7200;

/**
 * All that QEMU can emulate, AMD's virtualization for the guests among it, but no "fast strings": QEMU copies these byte
 * by byte, and everything in the host, its guests above all, copies with them where it may.
 */
const processor = "max,-erms,-fsrm";

export function agentSocket(folder: string): string {
  return join(folder, "agent.sock");
}

export function shellSocket(folder: string): string {
  return join(folder, "shell.sock");
}

/** Where QEMU's monitor listens (QMP). */
export function monitorSocket(folder: string): string {
  return join(folder, "monitor.sock");
}

export function kernelLog(folder: string): string {
  return join(folder, "kernel.log");
}

/** What the inner guest says on its serial port. */
export function guestLog(folder: string): string {
  return join(folder, "guest.log");
}

/** The command that runs an emulated host, and its environment. Its standard output is Passdeck's. */
export function emulatorCommand(options: EmulatorOptions): {
  words: string[];
  environment: Record<string, string>;
} {
  const { machine, images, folder } = options;
  const words = [
    ...["timeout", "--kill-after=5", String(limitSeconds), "qemu-system-x86_64"],
    ...["-name", `lab-${machine.name}`, "-nodefaults", "-no-user-config", "-display", "none"],
    ...["-machine", "q35", "-accel", "tcg,thread=multi,tb-size=512", "-cpu", processor],
    // One processor: two hosts run at once, and a second one would keep the first informed of all its changes.
    ...["-smp", "1", "-m", "3072"],
    ...bootArguments(options),
    ...serialPorts(folder),
    ...channels(folder),
    ...projectDisk(options.projectImage),
    ...deviceArguments(machine, {
      ...options,
      ...images,
      disks: { ...images.disks, root: rootDisk(options) },
      keepRoot: options.isFirstBoot,
      bootsFromRoot: machine.loader !== null && !options.isFirstBoot,
    }),
  ];
  return {
    words,
    environment: { LD_PRELOAD: images.models, LAB_PCI_MODELS: addedModels(machine), TMPDIR: folder },
  };
}

function rootDisk({ machine: { loader }, images }: EmulatorOptions): string {
  return loader === null ? images.disks.root : images.bootDisks[loader];
}

/** ttyS0: the kernel's messages; ttyS1: Passdeck's; ttyS2: a root shell. */
function serialPorts(folder: string): string[] {
  return [
    ...["-serial", `file:${kernelLog(folder)}`],
    ...["-serial", "stdio"],
    ...["-serial", `unix:${shellSocket(folder)},server=on,wait=off`],
  ];
}

/** QEMU's monitor, the guest agent, and a way out for what the inner guest says: to ask the host for it would keep the host busy. */
function channels(folder: string): string[] {
  return [
    ...["-qmp", `unix:${monitorSocket(folder)},server=on,wait=off`],
    ...["-device", "virtio-serial-pci,bus=pcie.0,addr=1d.0"],
    ...["-chardev", `socket,id=agent,path=${agentSocket(folder)},server=on,wait=off`],
    ...["-device", "virtserialport,chardev=agent,name=org.qemu.guest_agent.0"],
    ...["-chardev", `file,id=guest,path=${guestLog(folder)}`],
    ...["-device", `virtserialport,chardev=guest,name=${guestPort}`],
  ];
}

function projectDisk(image: string | null): string[] {
  if (image === null) return [];
  const drive = `file=${image},if=none,id=project,format=raw,readonly=on`;
  return ["-drive", drive, "-device", "virtio-blk-pci,drive=project,bus=pcie.0,addr=1e.0"];
}
