import type { YamlValue } from "../../../yaml/write-yaml.schema";
import type { ExportedVm } from "../exported-vm";
import { featuresOf } from "./features";
import { quantityOf } from "./names";

interface Devices {
  disks: YamlValue[];
  interfaces: YamlValue[];
  hostDevices: YamlValue[];
}

/** The `domain` of a VirtualMachine. */
export function writeDomain(vm: ExportedVm, devices: Devices, notes: string[]): YamlValue {
  if (!vm.kvm) notes.push("The VM is emulated here; in the cluster it runs by KVM.");
  if (vm.machine === "i440fx") notes.push("The machine type is q35: KubeVirt permits no other PC by itself.");
  if (vm.localTime) notes.push("The hardware clock is UTC. For local time set clock.timezone.");
  return {
    cpu: cpuOf(vm, notes),
    memory: memoryOf(vm, notes),
    machine: { type: vm.machine === "virt" ? "virt" : "q35" },
    firmware: firmwareOf(vm, notes),
    clock: {
      utc: {},
      timer: {
        ...(vm.hyperv.clock ? { hyperv: { present: true } } : {}),
        ...(vm.machine === "virt"
          ? {}
          : { hpet: { present: false }, pit: { tickPolicy: "delay" }, rtc: { tickPolicy: "catchup" } }),
      },
    },
    features: featuresOf(vm, notes),
    devices: {
      ...devices,
      ...plainDevicesOf(vm, notes),
    },
  };
}

function cpuOf({ cpu }: ExportedVm, notes: string[]): YamlValue {
  const all = cpu.sockets * cpu.cores * cpu.threads;
  if (cpu.atBoot < all) notes.push(`The VM has all of its ${all} vCPUs from the start, not ${cpu.atBoot}.`);
  if (cpu.mode === "maximum") notes.push("The CPU is the host's own: KubeVirt has no maximum.");
  const model = cpu.mode === "maximum" ? "host-passthrough" : cpu.mode === "custom" ? cpu.model : cpu.mode;
  const { sockets, cores, threads } = cpu;
  return { sockets, cores, threads, ...(model === null ? {} : { model }) };
}

function memoryOf({ memory }: ExportedVm, notes: string[]): YamlValue {
  const { bytes, hugepageBytes } = memory;
  const pageSize = hugepageBytes === 2 ** 30 ? "1Gi" : "2Mi";
  if (hugepageBytes !== null && ![0, 2 ** 21, 2 ** 30].includes(hugepageBytes))
    notes.push("Huge pages are of 2 MiB: KubeVirt has them of 2 MiB and 1 GiB.");
  return { guest: quantityOf(bytes), ...(hugepageBytes === null ? {} : { hugepages: { pageSize } }) };
}

function firmwareOf({ firmware, uuid, tpm }: ExportedVm, notes: string[]): YamlValue {
  const { uefi, secureBoot } = firmware;
  const kept = [...(uefi ? ["UEFI's variables"] : []), ...(tpm ? ["the TPM"] : [])].join(" and ");
  if (kept !== "")
    notes.push(
      `New and empty at the first start: ${kept}. They are kept by the cluster's vmStateStorageClass.`,
    );
  return {
    ...(uuid === null ? {} : { uuid }),
    bootloader: uefi ? { efi: { secureBoot, persistent: true } } : { bios: {} },
  };
}

const watchdogActions = new Set(["poweroff", "reset", "shutdown"]);

function plainDevicesOf(vm: ExportedVm, notes: string[]): Record<string, YamlValue> {
  const { graphics, video, sound, watchdog } = vm;
  if (graphics.includes("spice")) notes.push("The screen is shown by VNC: KubeVirt has no SPICE.");
  const known = sound === "ich9" || sound === "ac97" ? sound : "ich9";
  if (sound !== null && sound !== known) notes.push(`The sound card is ich9: KubeVirt has no ${sound}.`);
  const dog = watchdog?.model === "i6300esb" && watchdogActions.has(watchdog.action) ? watchdog.action : null;
  if (watchdog !== null && dog === null)
    notes.push(`The watchdog ${watchdog.model} with ${watchdog.action} is left out: KubeVirt has none.`);
  return {
    autoattachGraphicsDevice: video !== null,
    autoattachSerialConsole: vm.serialConsole,
    autoattachMemBalloon: vm.memory.balloon,
    ...(vm.networks.length === 0 ? { autoattachPodInterface: false } : {}),
    ...(vm.tablet ? { inputs: [{ name: "tablet", type: "tablet", bus: "usb" }] } : {}),
    ...(vm.randomness ? { rng: {} } : {}),
    ...(vm.tpm ? { tpm: { persistent: true } } : {}),
    ...(sound === null ? {} : { sound: { name: "sound", model: known } }),
    ...(dog === null ? {} : { watchdog: { name: "watchdog", i6300esb: { action: dog } } }),
  };
}
