import { type KernelParameter, parametersOfKernel, parametersOfModprobe } from "../kernel-parameters";
import type { BindingFiles } from "./binding-files";
import { type ModprobeLine, modprobeLines, moduleName } from "./modprobe-configuration";
import { fits, type NumberedDevice, parseVfioIds, type VfioId } from "./vfio-ids";

/** A list of ids for vfio-pci, and where it stands. */
export interface IdsList {
  /** "the kernel command line", or a file. */
  place: string;
  /** The parameter as it stands on the kernel's line; null of one in a file. */
  parameter: string | null;
  /** "10de:1b80,10de:10f0" */
  value: string;
  ids: readonly VfioId[];
  invalid: readonly string[];
}

/** What a host's files bind to vfio-pci at every boot. */
export interface BindingAtBoot {
  /** The list that is in force: a parameter that is given twice has its last value. */
  ids: IdsList | null;
  /** Lists that the one in force displaces. */
  displaced: readonly IdsList[];
  /** Lists that nobody reads, as vfio-pci is built into the kernel. */
  dead: readonly IdsList[];
  /** Files by which a device is bound by its address. */
  addresses: ReadonlyMap<string, string>;
  /** Scripts that bind devices which they choose themselves. */
  choosing: readonly string[];
  lines: readonly ModprobeLine[];
  /** vfio-pci is part of the kernel's own file. */
  builtIn: boolean;
}

export interface BindingSources {
  files: BindingFiles;
  /** /proc/cmdline */
  commandLine: string;
  builtIn: boolean;
}

/**
 * What is bound to vfio-pci at every boot. Pure. The files' lists come first and the kernel's line last, as libkmod adds
 * up options in this order; of a module that is built in only the kernel's line counts.
 */
export function bindingAtBoot({ files, commandLine, builtIn }: BindingSources): BindingAtBoot {
  const lines = modprobeLines(files.modprobe);
  const inFiles = [...lines.flatMap(idsOfOptions), ...idsOfInitramfs(files)];
  const parameters = builtIn ? parametersOfKernel(commandLine) : parametersOfModprobe(commandLine);
  const onLine = parameters.filter(({ name }) => name === "vfio_pci.ids").map(idsOnLine);
  const lists = builtIn ? onLine : [...inFiles, ...onLine];
  return {
    ids: lists.at(-1) ?? null,
    displaced: lists.slice(0, -1),
    dead: builtIn ? inFiles : [],
    ...byAddress(files),
    lines,
    builtIn,
  };
}

/** How vfio-pci gets a device at every boot: the place that says so; null of a device that it does not get. */
export function placeOfBinding(
  device: NumberedDevice & { address: string },
  { ids, addresses }: BindingAtBoot,
): string | null {
  return addresses.get(device.address) ?? (ids?.ids.some((id) => fits(id, device)) ? ids.place : null);
}

function idsOnLine({ text, value }: KernelParameter): IdsList {
  return { place: "the kernel command line", parameter: text, value, ...parseVfioIds(value) };
}

function idsOfOptions({ path, command, module, rest }: ModprobeLine): IdsList[] {
  return command === "options" && module === "vfio_pci" ? listsIn(path, rest) : [];
}

/** A line of initramfs-tools' modules: a module's name with its parameters. */
function idsOfInitramfs({ initramfsModules: file }: BindingFiles): IdsList[] {
  return (file?.text ?? "").split("\n").flatMap((line) => {
    const [module = "", ...rest] = line.trim().split(/\s+/);
    return file !== null && moduleName(module) === "vfio_pci" ? listsIn(file.path, rest.join(" ")) : [];
  });
}

function listsIn(place: string, options: string): IdsList[] {
  return parametersOfModprobe(options)
    .filter(({ name }) => name === "ids")
    .map(({ value }) => ({ place, parameter: null, value, ...parseVfioIds(value) }));
}

const address = /\b[0-9a-f]{4}:[0-9a-f]{2}:[01][0-9a-f]\.[0-7]\b/gi;

function byAddress(files: BindingFiles): Pick<BindingAtBoot, "addresses" | "choosing"> {
  const addresses = new Map<string, string>();
  for (const { path, text } of files.driverctl) {
    const own = path.slice(path.lastIndexOf("/") + 1).replace(/^pci-/, "");
    if (moduleName(text.trim()) === "vfio_pci") addresses.set(own, path);
  }
  const choosing: string[] = [];
  for (const { path, text } of files.scripts.filter(({ text }) => /vfio[-_]pci/.test(text))) {
    const named = withoutComments(text).match(address) ?? [];
    for (const one of named) addresses.set(one.toLowerCase(), path);
    if (named.length === 0) choosing.push(path);
  }
  const bound = /^\s*BIND=(.*)$/m.exec(files.unraid?.text ?? "")?.[1] ?? "";
  for (const one of bound.match(address) ?? []) addresses.set(one.toLowerCase(), files.unraid?.path ?? "");
  return { addresses, choosing };
}

function withoutComments(text: string): string {
  return text.replace(/^\s*#.*$/gm, "");
}
