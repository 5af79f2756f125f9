import { bootEntries } from "./boot/boot-entries";
import type { BootFiles } from "./boot/boot-files";
import { checkBatch, paths } from "./checks/check-sources";
import { hostBatch } from "./host-facts";
import type { HostFiles } from "./host-files";
import { kernelParameters, parameterName } from "./kernel-parameters";
import { matchingLines } from "./matching-lines";
import { bindingEntries } from "./modules/binding-entries";
import type { BindingFiles } from "./modules/binding-files";
import type { TreeEntry } from "./tree-entries";

/** Beyond the facts that are shown: loaded modules and the firmware's version help whoever reads a bug report. */
const furtherTexts = [
  "proc/modules",
  "sys/class/dmi/id/bios_vendor",
  "sys/class/dmi/id/bios_version",
  "sys/class/dmi/id/bios_date",
];

/** What {@link hostFactEntries} needs read. */
export const hostCaptureBatch = {
  texts: [...new Set([...hostBatch.texts, ...furtherTexts, ...checkBatch.texts])],
  presence: checkBatch.presence,
};

/** Kernel parameters whose values tell nothing of the owner. Of any other only the name is kept. */
const tellingParameters = new RegExp(
  `^(${[
    "BOOT_IMAGE",
    "acpi",
    "(amd|intel|arm)_.*",
    "amdgpu\\..*",
    "console",
    "default_hugepagesz",
    "efi",
    "hugepages",
    "hugepagesz",
    "i915\\..*",
    "initcall_blacklist",
    "iommu",
    "iommu\\..*",
    "isolcpus",
    "kvm.*",
    "loglevel",
    "maxcpus",
    "mem",
    "mitigations",
    "modprobe\\.blacklist",
    "module_blacklist",
    "nohz_full",
    "nouveau\\..*",
    "nvidia.*",
    "pci",
    "pcie_.*",
    "radeon\\..*",
    "rcu_nocbs",
    "rd\\.driver\\..*",
    "transparent_hugepage",
    "vfio.*",
    "video",
    "xe\\..*",
  ].join("|")})$`,
);

/** Words without a value that are the kernel's, the initial RAM disk's or systemd's. Any other may be its owner's. */
const tellingWords = new RegExp(
  `^("?(${[
    "quiet|splash|ro|rw|debug|text|single|[sS1-5]|emergency|rescue|rhgb|ignore_loglevel|threadirqs|boot|live|toram",
    "nomodeset|nosmp|noapic|nolapic|nosplash|nofb|nopti|nokaslr|nosmt|noefi|noresume|nomce|nox2apic|noinitrd|nowatchdog",
  ].join("|")})"?|--)$`,
);

/**
 * The host's own facts as a captured host keeps them, without what would identify it or its owner.
 * @param files What was read by {@link hostCaptureBatch}.
 * @param diskParameter A kernel parameter that names a disk, with another name of it; null of any other.
 */
export function hostFactEntries(
  files: HostFiles,
  boot: BootFiles,
  bindings: BindingFiles,
  diskParameter: (parameter: string) => string | null,
): TreeEntry[] {
  const withoutValues = (commandLine: string) =>
    kernelParameters(commandLine)
      .map((parameter) => diskParameter(parameter) ?? withoutValue(parameter))
      .join(" ");

  const texts = hostCaptureBatch.texts.flatMap((path): TreeEntry[] => {
    const text = files.text(path);
    return text === null ? [] : [{ kind: "file", path, text: withoutSecrets(path, text, withoutValues) }];
  });
  const presence = hostCaptureBatch.presence
    .filter((path) => files.has(path))
    .map((path): TreeEntry => ({ kind: "file", path, text: "" }));
  return [...texts, ...presence, ...bootEntries(boot, withoutValues), ...bindingEntries(bindings)];
}

function withoutSecrets(path: string, text: string, withoutValues: (commandLine: string) => string): string {
  if (path === "proc/cmdline") return `${withoutValues(text)}\n`;
  if (path === "proc/cpuinfo") return text.replace(/^Serial\s*:.*\n?/gm, "");
  if (path === "proc/modules") return text.replace(/0x[0-9a-f]+/g, "0x0000000000000000");
  if (path === "proc/version") return text.replace(/ \([^\s()]+@[^\s()]+\)/, "");
  if (path === paths.osRelease || path === paths.otherOsRelease)
    return matchingLines(text, /^(ID|ID_LIKE|NAME|VERSION|PRETTY_NAME)=/);
  if (path === paths.status) return matchingLines(text, /^CapBnd:/);
  if (path === paths.limits) return matchingLines(text, /^Max locked memory/);
  return text;
}

function withoutValue(parameter: string): string {
  const equals = parameter.indexOf("=");
  // A loader's path to the initial RAM disk may have the machine's id in it.
  if (parameterName(parameter) === "initrd") return parameter.replace(/[0-9a-f]{32}/g, "0".repeat(32));
  const name = parameterName(parameter);
  if (tellingParameters.test(name) || (equals < 0 && tellingWords.test(parameter))) return parameter;
  if (equals < 0) return "(left-out)";
  return `${parameter.slice(0, equals)}=(left-out)`;
}
