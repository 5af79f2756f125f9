import type { ExportedVm } from "../exported-vm";
import { type ConfWriter, encoded, fits } from "./conf-writer";

const mebibyte = 2 ** 20;

/** Name, machine, firmware, CPU, memory and the guest's system. */
export function writeSystem(conf: ConfWriter, vm: ExportedVm) {
  writeName(conf, vm);
  writeMachine(conf, vm);
  writeFirmware(conf, vm);
  writeCpu(conf, vm);
  writeMemory(conf, vm);
  writeGuest(conf, vm);
}

function writeName(conf: ConfWriter, { name, uuid }: ExportedVm) {
  const dns = name
    .replaceAll(/[^A-Za-z0-9.-]/g, "-")
    .replaceAll(/^[.-]+|[.-]+$/g, "")
    .slice(0, 63);
  if (dns !== name)
    conf.note(`Proxmox takes no VM called “${name}”; it is called ${dns === "" ? "vm" : dns}.`);
  conf.add("name", dns === "" ? "vm" : dns);
  if (uuid !== null && fits(uuid)) conf.add("smbios1", `uuid=${uuid}`);
}

function writeMachine(conf: ConfWriter, { machine, arm, kvm, suspend }: ExportedVm) {
  if (arm) conf.add("arch", "aarch64");
  const sleep = [
    ...(suspend.memory === null ? [] : [`enable-s3=${Number(suspend.memory)}`]),
    ...(suspend.disk === null ? [] : [`enable-s4=${Number(suspend.disk)}`]),
  ];
  const types = { q35: "q35", i440fx: "pc", virt: "virt" } as const;
  conf.add("machine", [types[machine], ...sleep].join(","));
  if (!kvm) conf.add("kvm", 0);
}

function writeFirmware(conf: ConfWriter, { name, firmware, tpm }: ExportedVm) {
  if (firmware.uefi) {
    conf.add("bios", "ovmf");
    const file = firmware.variables ?? `/var/lib/libvirt/qemu/nvram/${name}_VARS.fd`;
    const keys = firmware.secureBoot ? ",pre-enrolled-keys=1" : "";
    if (fits(file)) conf.add("efidisk0", `${file},efitype=4m${keys}`);
    conf.note(
      `UEFI's variables are in ${file}, raw. Copy the file, or have Proxmox make new ones: qm set VMID --efidisk0 STORAGE:0,efitype=4m${keys}`,
    );
  }
  if (tpm) {
    const file = `/var/lib/vz/images/${encoded(name).replaceAll(/[^\w.-]/g, "-")}-tpm.raw`;
    conf.add("tpmstate0", `${file},size=4M,version=v2.0`);
    conf.note(
      `The TPM begins empty: have BitLocker's recovery key at hand. Make ${file} with truncate -s 4M, or qm set VMID --tpmstate0 STORAGE:1,version=v2.0`,
    );
  }
}

function writeCpu(conf: ConfWriter, { cpu, hideKvm, hyperv }: ExportedVm) {
  const cores = cpu.cores * cpu.threads;
  if (cpu.threads > 1)
    conf.note(`Proxmox knows no threads: ${cpu.cores} cores of ${cpu.threads} threads are ${cores} cores.`);
  conf.add("sockets", cpu.sockets);
  conf.add("cores", cores);
  if (cpu.atBoot < cores * cpu.sockets) conf.add("vcpus", cpu.atBoot);
  const special: Readonly<Record<string, string>> = {
    "host-passthrough": "host",
    "host-model": "host",
    maximum: "max",
  };
  if (cpu.mode === "host-model")
    conf.note("The CPU is the host's own (host); host-model has no like in Proxmox.");
  const model = special[cpu.mode] ?? cpu.model ?? "kvm64";
  const hidden = hideKvm ? ",hidden=1" : "";
  const vendor = hyperv.vendorId === null ? "" : `,hv-vendor-id=${hyperv.vendorId}`;
  conf.add("cpu", `${fits(model) ? model : "host"}${hidden}${vendor}`);
}

function writeMemory(conf: ConfWriter, { memory }: ExportedVm) {
  conf.add("memory", Math.floor(memory.bytes / mebibyte));
  if (!memory.balloon) conf.add("balloon", 0);
  if (memory.hugepageBytes === null) return;
  const size = memory.hugepageBytes / mebibyte;
  conf.add("hugepages", size === 2 || size === 1024 ? size : "any");
}

/** Proxmox decides by the system on Hyper-V's features and on the clock. */
function writeGuest(conf: ConfWriter, vm: ExportedVm) {
  const windows = windowsOf(vm);
  conf.add("ostype", windows ?? "l26");
  if (vm.localTime !== (windows !== null)) conf.add("localtime", Number(vm.localTime));
  if (windows !== null) conf.note(`Proxmox chooses Hyper-V's features by itself, for ${windows}.`);
  if (vm.guestAgent) conf.add("agent", 1);
}

const windowsTypes: readonly [RegExp, string][] = [
  [/^(11|2k22|2k25)/, "win11"],
  [/^(10|2k16|2k19)/, "win10"],
  [/^(8|2k12)/, "win8"],
  [/^(7|2k8r2)/, "win7"],
  [/^(vista|2k8)/, "wvista"],
  [/^xp/, "wxp"],
];

function windowsOf({ operatingSystem, hyperv }: ExportedVm): string | null {
  const [, version] = /microsoft\.com\/win\/(\S+)$/.exec(operatingSystem ?? "") ?? [];
  const known = version === undefined ? undefined : windowsTypes.find(([pattern]) => pattern.test(version));
  return known?.[1] ?? (version !== undefined || hyperv.features.length > 0 ? "win10" : null);
}
