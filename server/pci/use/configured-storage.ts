import { kernelParameters, parameterName } from "../../host/kernel-parameters";
import { stoppedMembersOf } from "./array-tables";
import { unescaped } from "./mounts";
import { replicationOf } from "./replication-resources";

/** A disk or partition that the host's configuration names, mounted or not. */
export interface ConfiguredStorage {
  /** "UUID=2f3e…", "/dev/sdb1", "LABEL=backup" */
  specification: string;
  /** "to be mounted at /backup (/etc/fstab)" */
  purpose: string;
}

/** The texts of the host's own lists: fstab(5), crypttab(5), mdadm.conf(5), systemd's units, the kernel's command line. */
export interface ConfigurationTexts {
  fileSystems: string;
  encrypted: string;
  arrays: string;
  /** The text of /proc/mdstat, in which Unraid tells the disks of an array that is stopped. */
  arrayTable: string;
  /** zpool.cache, in which ZFS has the disks of the pools that the host imports when it boots. */
  pools: string;
  /** By the unit's file name: "mnt-data.mount". */
  units: readonly (readonly [name: string, text: string])[];
  commandLine: string;
  /** DRBD's resources. */
  replication: string;
}

/** Units that name a disk: systemd.mount(5), systemd.swap(5). */
export function isStorageUnit(name: string): boolean {
  return /\.(mount|swap)$/.test(name);
}

export function configuredStorageOf(texts: ConfigurationTexts): ConfiguredStorage[] {
  return [
    ...linesOf(texts.fileSystems).flatMap(fileSystem),
    ...linesOf(texts.encrypted).flatMap(encrypted),
    ...linesOf(texts.arrays).flatMap(array),
    ...stoppedMembersOf(texts.arrayTable).map((name) => ({
      specification: `/dev/${name}`,
      purpose: "for Unraid's array",
    })),
    ...poolDisks(texts.pools),
    ...texts.units.flatMap(([name, text]) => unit(name, text)),
    ...kernelParameters(texts.commandLine).flatMap(ofKernel),
    ...replicationOf(texts.replication).disks.map((specification) => ({
      specification,
      purpose: "for DRBD (/etc/drbd.d)",
    })),
  ];
}

function linesOf(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => !/^\s*(#|$)/.test(line))
    .map((line) => line.trim().split(/\s+/));
}

function fileSystem([source = "", place = "", type = ""]: readonly string[]): ConfiguredStorage[] {
  if (!isDisk(source)) return [];
  const purpose = type === "swap" ? "for swap" : `to be mounted at ${unescaped(place)}`;
  return [{ specification: unescaped(source).replaceAll('"', ""), purpose: `${purpose} (/etc/fstab)` }];
}

function encrypted([name = "", source = ""]: readonly string[]): ConfiguredStorage[] {
  if (!isDisk(source)) return [];
  return [
    { specification: source.replaceAll('"', ""), purpose: `to be unlocked as ${name} (/etc/crypttab)` },
  ];
}

/** "ARRAY /dev/md0 metadata=1.2 UUID=11112222:33334444:55556666:77778888" */
function array([keyword = "", ...words]: readonly string[]): ConfiguredStorage[] {
  const uuid = words.flatMap((word) => /^uuid=(.+)$/i.exec(word)?.[1] ?? [])[0];
  if (!/^array$/i.test(keyword) || uuid === undefined) return [];
  return [{ specification: `UUID=${dashed(uuid)}`, purpose: "for an array (mdadm.conf)" }];
}

/** The file is binary; paths stand in it as they were given to zpool(8). */
function poolDisks(cache: string): ConfiguredStorage[] {
  const paths = cache.match(/\/dev\/[\w./:@+-]+/g) ?? [];
  return [...new Set(paths)].map((specification) => ({
    specification,
    purpose: "for a ZFS pool (/etc/zfs/zpool.cache)",
  }));
}

function unit(name: string, text: string): ConfiguredStorage[] {
  const value = (key: string) => new RegExp(`^\\s*${key}\\s*=\\s*(.+?)\\s*$`, "m").exec(text)?.[1] ?? "";
  const specification = value("What");
  if (!isDisk(specification)) return [];
  const purpose = name.endsWith(".swap") ? "for swap" : `to be mounted at ${value("Where")}`;
  return [{ specification, purpose: `${purpose} (${name})` }];
}

/** Parameters that name a disk: those of the kernel, of systemd and dracut (dracut.cmdline(7)), and of Arch's hooks. */
const diskParameters: Readonly<
  Record<string, readonly [purpose: string, specification: (value: string) => string]>
> = {
  root: ["for the root file system", (value) => value],
  resume: ["for hibernation", (value) => value],
  cryptdevice: ["to be unlocked", (value) => value.split(":", 1)[0] ?? ""],
  "rd.luks.uuid": ["to be unlocked", (value) => `UUID=${value.replace(/^luks-/, "")}`],
  "luks.uuid": ["to be unlocked", (value) => `UUID=${value.replace(/^luks-/, "")}`],
  "rd.luks.name": ["to be unlocked", (value) => `UUID=${value.split("=", 1)[0]}`],
  "luks.name": ["to be unlocked", (value) => `UUID=${value.split("=", 1)[0]}`],
  "rd.md.uuid": ["for an array", (value) => `UUID=${dashed(value)}`],
};

function ofKernel(parameter: string): ConfiguredStorage[] {
  const name = parameterName(parameter);
  // The kernel's line may have any word on it, "constructor" among them.
  const [purpose, specificationOf] = Object.hasOwn(diskParameters, name) ? (diskParameters[name] ?? []) : [];
  const value = parameter.slice(parameter.indexOf("=") + 1).replaceAll('"', "");
  const specification = specificationOf?.(value) ?? "";
  if (purpose === undefined || !isDisk(specification)) return [];
  return [{ specification, purpose: `${purpose} (${name}= on the kernel command line)` }];
}

/** mdadm writes the digits of an array's UUID in four parts; udev has them as any other's. */
function dashed(uuid: string): string {
  return uuid
    .replace(/[:-]/g, "")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
    .toLowerCase();
}

function isDisk(source: string): boolean {
  return /^("?(UUID|LABEL|PARTUUID|PARTLABEL|ID)=.|\/dev\/)/.test(source);
}
