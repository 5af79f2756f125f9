import { type KernelParameter, parametersOfKernel, parametersOfModprobe } from "../kernel-parameters";
import type { BindingAtBoot, BindingSources } from "./binding-at-boot";
import { parseVfioIds } from "./vfio-ids";

/** Something that was meant to bind devices and does not. */
export interface BindingMistake {
  /** What is wrong, a sentence. */
  detail: string;
  /** The parameter of the kernel's line in whose place vfio-pci.ids= with these ids was meant; or what to do, a sentence. */
  fix: { wrong: string; right: readonly string[] } | string;
}

const idsList = /^[0-9a-f]{4}:[0-9a-f]{4}([,;:]|$)/i;
const pciAddress = /^([0-9a-f]{4}:)?[0-9a-f]{2}:[01][0-9a-f]\.[0-7]/i;

/** What somebody wrote to have devices bound to vfio-pci, and nobody reads or understands. */
export function bindingMistakes(sources: BindingSources, binding: BindingAtBoot): BindingMistake[] {
  return [
    ...parametersOfModprobe(sources.commandLine).flatMap(onLine),
    ...behindTheEnd(sources),
    ...binding.lines.flatMap(({ path, command, module, rest }) => inModprobe(path, command, module, rest)),
    ...sources.files.passedOver.map(({ path }) => ({
      detail: `${path} is not read, as its name does not end in “.conf”.`,
      fix: `Rename it to ${path}.conf.`,
    })),
    ...sources.files.loaded.flatMap(({ path, text }) => inList(path, text)),
    ...(binding.ids === null ? [] : invalidMembers(binding.ids)),
  ];
}

/** "vfio-pci-ids=", "vfio.ids=", "vfio-pci.id=", "ids=": a list of ids that no module takes by this name. */
function onLine({ text, name, value }: KernelParameter): BindingMistake[] {
  const isMeant =
    /^(?:[\w.]*vfio[\w.]*|pci\.ids?|ids?)$/i.test(name) &&
    !/^(?:vfio_pci|pci_stub|xen_pciback)\.ids$/.test(name);
  if (!isMeant || !idsList.test(value)) return [];
  return [
    {
      detail: `“${text}” on the kernel command line is no parameter of vfio-pci, so it binds nothing.`,
      fix: { wrong: text, right: value.split(/[,;]+/).filter(Boolean) },
    },
  ];
}

/** A built-in module is told by the kernel, which leaves what stands behind “--” to init. */
function behindTheEnd({ commandLine, builtIn }: BindingSources): BindingMistake[] {
  if (!builtIn) return [];
  const taken = new Set(parametersOfKernel(commandLine).map(({ text }) => text));
  const lost = parametersOfModprobe(commandLine).filter(
    ({ text, name }) => name === "vfio_pci.ids" && !taken.has(text),
  );
  return lost.map(({ text }) => ({
    detail: `“${text}” stands behind “--” on the kernel command line, so the kernel hands it to init.`,
    fix: "Move it before “--”.",
  }));
}

function inModprobe(path: string, command: string, module: string, rest: string): BindingMistake[] {
  const line = [command, module, rest].filter((word) => word !== "").join(" ");
  const say = (detail: string, fix: string) => [{ detail: `“${line}” in ${path} ${detail}.`, fix }];
  if (
    command === "options" &&
    /vfio/.test(module) &&
    module !== "vfio_pci" &&
    /(^|\s)(vfio\S*\.)?ids?=/.test(rest)
  ) {
    return say("names a module that has no ids", `Write “options vfio-pci ids=…” in ${path}.`);
  }
  if (command === "options" && module === "vfio_pci" && /(^|\s)(?:id|vfio[-_]pci\.ids?)\s*=/.test(rest)) {
    return say("has no option of vfio-pci's: that is “ids”", `Write “options vfio-pci ids=…” in ${path}.`);
  }
  if (command === "options" && module === "vfio_pci" && /(^|\s)ids(\s|=\s|=$)/.test(rest)) {
    return say("has blanks around “=”", `Write “options vfio-pci ids=…” without them in ${path}.`);
  }
  if (/^(option|vfio[-_]pci(\.ids.*)?)$/.test(command)) {
    return say("is no command of modprobe's", `Write “options vfio-pci ids=…” in ${path}.`);
  }
  if (command === "install" && module === "vfio_pci" && /^(?:\/usr)?\/bin\/(?:false|true)\b/.test(rest))
    return say("has a program run in place of loading vfio-pci, so nothing is bound", "Take that line out.");
  if (command === "softdep" && /(^|\s)(pre|post):vfio/.test(rest)) {
    return say("lacks a blank behind the colon, so it asks for nothing", "Write “pre: vfio-pci”.");
  }
  return [];
}

/** A list of modules to load takes no parameters (modules-load.d(5)); Debian's own /etc/modules did, before systemd. */
function inList(path: string, text: string): BindingMistake[] {
  return [...text.matchAll(/^\s*vfio[-_]pci\s+(.*ids=.*)$/gm)].map((match) => ({
    detail: `“${match[0].trim()}” in ${path} is not understood: a list of modules has no parameters.`,
    fix: `Write only vfio-pci there, and “options vfio-pci ${match[1]?.trim()}” into /etc/modprobe.d/vfio.conf.`,
  }));
}

function invalidMembers({ value, invalid, place }: NonNullable<BindingAtBoot["ids"]>): BindingMistake[] {
  const addresses = value.split(",").filter((member) => pciAddress.test(member.trim()));
  if (addresses.length > 0) {
    return [
      {
        detail: `ids= on ${place} has the address ${addresses.join(", ")}: it takes vendor:device ids.`,
        fix: "Write the ids that “lspci -nn” shows in brackets, or bind the device by its address.",
      },
    ];
  }
  const { ids } = parseVfioIds(value);
  const isCut = value.trim().endsWith(",");
  if (invalid.length === 0 && !value.includes(";") && !isCut) return [];
  const wrong =
    invalid.length > 0 ? `“${invalid.join("”, “")}”` : isCut ? "a comma at its end" : "a semicolon";
  return [
    {
      detail: `ids= on ${place} has ${wrong}, so only ${ids.length} of its ids count.`,
      fix: "Write vendor:device ids with commas between them, without blanks: 10de:1b80,10de:10f0.",
    },
  ];
}
