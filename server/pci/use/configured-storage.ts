import { kernelParameters, parameterName } from "../../host/kernel-parameters";
import { unescaped } from "./mounts";

/** A disk or partition that the host's configuration names, mounted or not. */
export interface ConfiguredStorage {
  /** "UUID=2f3e…", "/dev/sdb1", "LABEL=backup" */
  specification: string;
  /** "to be mounted at /backup (/etc/fstab)" */
  purpose: string;
}

/** The host's own lists: fstab(5), crypttab(5) and the kernel's command line. */
export function configuredStorageOf(texts: {
  fileSystems: string;
  encrypted: string;
  commandLine: string;
}): ConfiguredStorage[] {
  return [
    ...linesOf(texts.fileSystems).flatMap(fileSystem),
    ...linesOf(texts.encrypted).flatMap(encrypted),
    ...kernelParameters(texts.commandLine).flatMap(ofKernel),
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

/** The kernel knows root= and resume=; systemd's and dracut's initial RAM disk names encrypted ones by UUID alone. */
function ofKernel(parameter: string): ConfiguredStorage[] {
  const name = parameterName(parameter);
  const value = parameter.slice(parameter.indexOf("=") + 1).replaceAll('"', "");
  const purposes: Readonly<Record<string, string>> = {
    root: "for the root file system",
    resume: "for hibernation",
  };
  const purpose = purposes[name];
  if (purpose === undefined || !isDisk(value)) return [];
  return [{ specification: value, purpose: `${purpose} (${name}= on the kernel command line)` }];
}

function isDisk(source: string): boolean {
  return /^("?(UUID|LABEL|PARTUUID|PARTLABEL|ID)=|\/dev\/)/.test(source);
}
