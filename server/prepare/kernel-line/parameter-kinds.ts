/**
 * How often a parameter may stand on the kernel's line, and what it means then (kernel-parameters.txt, and the readers
 * named there).
 */
export type ParameterKind =
  /** A list in one value; of two the last one wins. */
  | "list"
  /** Flags in one value, and each occurrence adds its own. */
  | "flags"
  /** Each occurrence counts by itself. */
  | "each"
  /** One value; of two the last one wins. */
  | "single";

const lists = new Set([
  "vfio_pci.ids",
  "pci_stub.ids",
  "module_blacklist",
  "usb_storage.quirks",
  "usbcore.quirks",
]);
const flags = new Set(["intel_iommu", "amd_iommu", "iommu"]);
const each = new Set([
  "console",
  "video",
  "acpi_osi",
  "initcall_blacklist",
  "modprobe.blacklist",
  "modules_load",
  "memmap",
  "reserve",
  "crashkernel",
  "cgroup_enable",
  "cgroup_disable",
  "cgroup_no_v1",
  "efi",
  "fbcon",
  "hugepagesz",
  "hugepages",
  "cryptdevice",
  "ip",
  "earlycon",
  "pci",
  "dyndbg",
]);
/** Of programs that read the line themselves: dracut, systemd, udev. */
const readElsewhere = /^(?:rd|systemd|udev|luks|kargs)\./;

/** Of those, the ones whose words hold lists that are read together (kmod, dracut, systemd-modules-load, init/main.c). */
const addedUp = new Set([
  "initcall_blacklist",
  "modprobe.blacklist",
  "modules_load",
  "rd.modules_load",
  "rd.driver.blacklist",
  "rd.driver.pre",
  "rd.driver.post",
]);

/** Whether a parameter's words hold lists that are read together, however many words there are. */
export function isAddedUp(name: string): boolean {
  return addedUp.has(name);
}

/** Whether a parameter's value is made of parts, of which each counts by itself. */
export function hasItems(name: string): boolean {
  return lists.has(name) || flags.has(name) || isAddedUp(name);
}

/** The kind of a parameter by its name, with underscores. */
export function kindOf(name: string): ParameterKind {
  if (lists.has(name)) return "list";
  if (flags.has(name)) return "flags";
  return each.has(name) || readElsewhere.test(name) ? "each" : "single";
}

/** Flags of which the one takes back the other (intel-iommu.c, amd/init.c, pci-dma.c of x86). */
const opposites: readonly (readonly [string, string])[] = [
  ["on", "off"],
  ["pt", "nopt"],
  ["force", "off"],
  // No translation for the host's own devices is one of an IOMMU that is on.
  ["pt", "off"],
];

/** Those flags that `flag` takes back. */
export function oppositesOf(flag: string): string[] {
  return opposites.flatMap(([one, other]) => (one === flag ? [other] : other === flag ? [one] : []));
}
