import { type BootedHost, pageSizes } from "./boot";
import { bootLog } from "./boot-log";
import type { DeviceBus } from "./device-bus";
import type { MadeUpDevice } from "./hardware";
import type { MadeUpFiles } from "./made-up-files";
import { memoryInfo, memoryOf } from "./made-up-memory";

/** What a start of the made-up host writes into. */
export interface StartedHost {
  files: MadeUpFiles;
  /** The same host with all its devices on their own drivers, and with the IOMMU on. */
  whole: MadeUpFiles;
  bus: DeviceBus;
  devices: readonly MadeUpDevice[];
}

const kernel = "6.12.48-1-MANJARO";
const groups = "sys/kernel/iommu_groups";
const units = "sys/class/iommu";
const pool = (kibibytes: number) => `sys/kernel/mm/hugepages/hugepages-${kibibytes}kB`;

/** Makes the kernel's files what they are after a start. @param bootId Names this start. */
export function putStart(host: StartedHost, booted: BootedHost, bootId: string): void {
  const { files, devices } = host;
  files.write("proc/cmdline", `${booted.commandLine}\n`);
  files.write("proc/sys/kernel/random/boot_id", `${bootId}\n`);
  files.write("sys/devices/system/cpu/isolated", `${booted.isolated}\n`);
  files.write("var/log/dmesg", bootLog(booted, devices, kernel));
  putModules(files, booted.modules);
  putHugePages(files, booted.hugePages);
  putGroups(host, booted.iommu);
  putDrivers(host, booted);
}

/** Gives out huge pages. @param pages By the size of one in bytes. */
export function putHugePages(files: MadeUpFiles, pages: ReadonlyMap<number, number>): void {
  for (const [bytes, count] of pages)
    for (const name of ["nr_hugepages", "free_hugepages"])
      files.write(`${pool(bytes / 1024)}/${name}`, `${count}\n`);
  files.write("proc/sys/vm/nr_hugepages", `${pages.get(pageSizes["2M"]) ?? 0}\n`);
  files.write("proc/meminfo", memoryInfo(memoryOf(files).totalKibibytes, pages));
}

export function putModules(files: MadeUpFiles, modules: readonly string[]): void {
  for (const name of files.names("sys/module"))
    if (!modules.includes(name)) files.remove(`sys/module/${name}`);
  for (const name of modules) files.folder(`sys/module/${name}`);
  files.write("proc/modules", modules.map((name) => `${name} 16384 0 - Live 0x0\n`).join(""));
}

function putGroups({ files, whole, devices }: StartedHost, isOn: boolean): void {
  files.remove(groups);
  files.remove(units);
  for (const { place } of devices) files.remove(`${place}/iommu_group`);
  files.folder(groups);
  files.folder(units);
  if (!isOn) return;
  files.takeOver(whole, groups);
  files.takeOver(whole, units);
  for (const { place } of devices) files.takeOver(whole, `${place}/iommu_group`);
}

/** All are let go of first: a start knows nothing of what was before. */
function putDrivers({ files, bus, devices }: StartedHost, { drivers, overridden }: BootedHost): void {
  for (const { address } of devices) {
    bus.detach(address);
    bus.choose(address, overridden.has(address) ? "vfio-pci" : "");
  }
  for (const name of files.names("sys/bus/pci/drivers")) files.remove(`sys/bus/pci/drivers/${name}`);
  files.remove("dev/vfio");
  for (const [address, driver] of drivers) if (driver !== null) bus.attach(address, driver);
}
