import { sizeText } from "../units/memory-size";
import type { CpuFit } from "./cpu-fit";
import type { MoveFinding } from "./move-finding.schema";

/** A VM that is to move, and the host where it is to go, as far as that decides whether it can. */
export interface MoveFacts {
  vm: {
    name: string;
    live: boolean;
    memoryBytes: number;
    machine: string;
    /** What it is handed of the host, in words: "0000:01:00.0", "the USB device 046d:c52b". */
    hostDevices: readonly string[];
    snapshots: number;
    /** Its memory was saved by libvirt, and it goes on with it at its next start. */
    hasSavedState: boolean;
  };
  target: {
    name: string;
    /** Both hosts say that they are the same machine. */
    isSameMachine: boolean;
    hasUuid: boolean;
    machines: readonly string[];
    /** null where it is not known. */
    availableMemoryBytes: number | null;
    /** Of the files that the VM names: those that are not there; null where they can't be looked at. */
    missingFiles: readonly string[] | null;
    cpu: CpuFit;
    /** By how much its clock is before the source's, milliseconds; null where it is not known. */
    clockAheadMs: number | null;
    /** libvirt's, where it is older than the source's. */
    olderLibvirt: string | null;
    /** The VM is connected to bridges or interfaces of its host, and which the target has can't be looked at. */
    unseenBridges: boolean;
  };
}

/** Less can't be told from the time that the look takes. */
const skewMs = 3_000;

/** What stands against the move, besides its disks and networks. Pure. */
export function moveFindings({ vm, target }: MoveFacts): MoveFinding[] {
  return [
    ...(target.hasUuid ? [uuidTaken(vm.name, target.name)] : []),
    ...(vm.live ? liveFindings(vm, target) : coldFindings(vm)),
    ...machineFindings(vm, target),
    ...memoryFindings(vm, target),
    ...fileFindings(target),
    ...(target.olderLibvirt === null ? [] : [older(target.name, target.olderLibvirt)]),
    ...(vm.live ? clockFindings(target) : []),
    ...uncheckedFindings(vm, target),
  ];
}

function liveFindings(vm: MoveFacts["vm"], target: MoveFacts["target"]): MoveFinding[] {
  const { name, snapshots } = vm;
  const { cpu, name: host, isSameMachine } = target;
  const fix =
    cpu.commonModel === null
      ? `Choose a CPU model that both hosts have on the Hardware tab of ${name}, and start it anew.`
      : `Both hosts have the model ${cpu.commonModel}: choose it on the Hardware tab of ${name}, and start it anew.`;
  return [
    ...(isSameMachine ? [sameMachine(host)] : []),
    ...(cpu.problem === null
      ? []
      : [fail(`The CPUs of ${host} do not do for ${name} as it runs now: ${cpu.problem}.`, fix)]),
    ...(cpu.isUnlike === true ? [unlikeCpus(name, host, fix)] : []),
    ...(snapshots === 0
      ? []
      : [
          fail(
            `libvirt migrates no VM that has snapshots, and ${name} has ${snapshots}.`,
            "Delete them first.",
          ),
        ]),
    ...deviceFindings(vm),
  ];
}

function coldFindings({ name, snapshots, hasSavedState }: MoveFacts["vm"]): MoveFinding[] {
  return [
    ...(snapshots === 0
      ? []
      : [
          fail(
            `${name} has ${snapshots} ${snapshots === 1 ? "snapshot" : "snapshots"}, which libvirt keeps on this host.`,
            "Delete them first.",
          ),
        ]),
    ...(hasSavedState
      ? [fail(`The memory of ${name} is saved on this host.`, "Start it, or discard its saved state, first.")]
      : []),
  ];
}

function deviceFindings({ name, hostDevices }: MoveFacts["vm"]): MoveFinding[] {
  if (hostDevices.length === 0) return [];
  return [
    fail(
      `${name} is handed ${hostDevices.join(", ")}, whose state libvirt can’t migrate.`,
      "Shut the VM down and migrate it then: it gets an equal card there, where one is free. Or detach it first.",
    ),
  ];
}

function machineFindings(
  { machine }: MoveFacts["vm"],
  { machines, name: host }: MoveFacts["target"],
): MoveFinding[] {
  if (machine === "" || machines.length === 0 || machines.includes(machine)) return [];
  return [
    fail(
      `${host} has no machine type ${machine}: its QEMU is another version.`,
      "Upgrade QEMU there, or choose an older machine type on the Hardware tab and start the VM anew.",
    ),
  ];
}

function memoryFindings(
  { name, memoryBytes, live }: MoveFacts["vm"],
  { availableMemoryBytes: free, name: host }: MoveFacts["target"],
): MoveFinding[] {
  if (free === null || memoryBytes <= free) return [];
  const message = `${name} has ${sizeText(BigInt(memoryBytes))} of memory, and ${host} has ${sizeText(BigInt(free))} left.`;
  const fix = "Shut down VMs there, give this one less memory, or choose another host.";
  return [{ weight: live ? "fail" : "warn", message, fix }];
}

function fileFindings({ missingFiles, name: host }: MoveFacts["target"]): MoveFinding[] {
  return (missingFiles ?? []).map((path) =>
    fail(
      `${path}, which its definition names, is not on ${host}.`,
      "Copy it there, to the same path, or take it out of the definition.",
    ),
  );
}

function clockFindings({ clockAheadMs, name: host }: MoveFacts["target"]): MoveFinding[] {
  if (clockAheadMs === null || Math.abs(clockAheadMs) < skewMs) return [];
  const seconds = Math.round(Math.abs(clockAheadMs) / 1000);
  const message = `The clock of ${host} is ${seconds} s ${clockAheadMs > 0 ? "ahead" : "behind"}: the guest’s clock jumps by that.`;
  return [{ weight: "warn", message, fix: "Have both hosts keep time by NTP (systemd-timesyncd, chrony)." }];
}

/** What could not be looked at is told, and not taken for fine. */
function uncheckedFindings(
  { live }: MoveFacts["vm"],
  { name: host, ...target }: MoveFacts["target"],
): MoveFinding[] {
  const unchecked = [
    target.availableMemoryBytes === null ? "how much memory it has left" : null,
    target.machines.length === 0 ? "which machine types it has" : null,
    live && target.cpu.isUnlike === null ? "whether its CPUs are the same" : null,
    target.missingFiles === null ? "whether it has the files that the definition names" : null,
    target.unseenBridges ? "whether it has the bridges that the VM is connected to" : null,
    live && target.clockAheadMs === null ? "whether its clock agrees" : null,
  ].filter((one) => one !== null);
  if (unchecked.length === 0) return [];
  const message = `What could not be checked of ${host}: ${unchecked.join(", ")}.`;
  return [{ weight: "warn", message, fix: "Look at it yourself before you go on." }];
}

function unlikeCpus(name: string, host: string, fix: string): MoveFinding {
  const message = `${name} is given the CPU of its host as it is, and the CPUs of ${host} are others: the guest may crash there, then or later.`;
  return { weight: "warn", message, fix };
}

function sameMachine(host: string): MoveFinding {
  return fail(
    `Both are the same machine for libvirt: ${host} has the same host UUID.`,
    "If they are two machines, give one another host_uuid in libvirtd.conf and restart libvirtd there.",
  );
}

function uuidTaken(name: string, host: string): MoveFinding {
  return fail(
    `${host} has a VM of the same UUID.`,
    `Look at it there: it may be a copy of ${name}. Delete one of them.`,
  );
}

function older(host: string, version: string): MoveFinding {
  return {
    weight: "warn",
    message: `${host} has an older libvirt (${version}): it may not understand the definition.`,
    fix: "Upgrade it first, if you can.",
  };
}

function fail(message: string, fix: string): MoveFinding {
  return { weight: "fail", message, fix };
}
