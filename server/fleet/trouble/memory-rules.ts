import { about, addressPattern, nameOf } from "./device-words";
import type { Found, TroubleLookup, TroubleRule } from "./trouble";

/** The first address of a text; after a look ahead from its beginning, so that no text is searched twice. */
const anywhere = `(?:[\\s\\S]*?\\b${addressPattern})?`;
/** Its name in QEMU 2 to 9, 10, and 10.1 (hw/vfio/common.c, listener.c). */
const mapped = "vfio_(?:container_|legacy_)?dma_map ?\\([^)\\n]{0,120}\\)";
const limitFix =
  "Let libvirt raise the limit: LimitMEMLOCK=infinity for its service, CAP_SYS_RESOURCE where it runs in a container. Or set <memtune><hard_limit> in the VM's definition.";

/** Errors about pinning and mapping a VM's memory, and about a device's BARs. */
export const memoryRules: readonly TroubleRule[] = [
  {
    pattern: new RegExp(
      `^(?=[\\s\\S]*(?:VFIO_MAP_DMA(?: failed)?: (?:Cannot allocate memory|-12)|${mapped} = -12|RLIMIT_MEMLOCK \\(\\d+\\) exceeded))${anywhere}`,
    ),
    explain: (found, lookup) => ({
      message: `The VM's memory could not be pinned for ${nameOf(found("address"), lookup)}: QEMU's limit on locked memory (memlock) is too low, or the host has too little free memory.`,
      fix: limitFix,
      devices: about(found("address")),
    }),
  },
  plain(
    /cannot limit locked memory of process/,
    "A VM with passed-through devices needs all its memory pinned, and libvirt is not allowed to raise the limit on locked memory (memlock).",
    limitFix,
  ),
  {
    pattern: new RegExp(`^(?=[\\s\\S]*(?:VFIO_MAP_DMA failed: Bad address|${mapped} = ?-14))${anywhere}`),
    explain: (found, lookup) => ({
      message: `Part of the VM's memory could not be mapped for ${nameOf(found("address"), lookup)}: its backing has fewer free pages than the VM's memory needs.`,
      fix: "Set more huge pages (page Host, “Huge pages now”), make /dev/shm larger where the VM uses shared memory, or give the VM less memory.",
      devices: about(found("address")),
    }),
  },
  {
    pattern: new RegExp(
      `^(?=[\\s\\S]*(?:VFIO_MAP_DMA(?: failed)?: (?:Invalid argument|-22)|${mapped} = -22|can't map guest IOVA region 0x|iommu width \\(\\d+\\) is not sufficient for the mapped address))${anywhere}`,
    ),
    explain: (found, lookup) => ({
      message: `The host's IOMMU can't reach all addresses that the VM wants to map for ${nameOf(found("address"), lookup)}.`,
      fix: "Limit the guest's address width to the IOMMU's in the VM's definition: <maxphysaddr mode='passthrough' limit='39'/> for a CPU whose IOMMU has 39 bits.",
      devices: about(found("address")),
    }),
  },
  {
    pattern: new RegExp(
      `BAR (?<bar>\\d)(?: \\[[^\\]\\n]{1,80}\\])?: can['’]t reserve|cannot reserve BAR (?<bar2>\\d)(?: of ${addressPattern.replace("<address>", "<address2>")})?`,
    ),
    explain: explainReserved,
  },
  {
    pattern: new RegExp(`Failed to mmap ${addressPattern} BAR (?<bar>\\d)`),
    explain: explainReserved,
  },
  {
    // drivers/vfio/vfio_iommu_type1.c: dma_entry_limit
    pattern: new RegExp(
      `^(?=[\\s\\S]*(?:VFIO_MAP_DMA failed: No space left on device|${mapped} = -28|possibly running out of DMA mappings))${anywhere}`,
    ),
    explain: (found, lookup) => ({
      message: `The kernel's limit on DMA mappings is reached for ${nameOf(found("address"), lookup)}.`,
      fix: "Raise the limit (vfio_iommu_type1.dma_entry_limit on the kernel command line), use larger blocks for virtio-mem, or remove the VM's virtual IOMMU.",
      devices: about(found("address")),
    }),
  },
  {
    pattern: new RegExp(
      `^(?=[\\s\\S]*(?:VFIO_(?:UN)?MAP_DMA(?: failed)?: |${mapped} = ?-\\d|vfio_(?:container_|legacy_)?dma_unmap ?\\(|vfio: DMA mapping failed, unable to continue|memory listener initialization failed))${anywhere}`,
    ),
    explain: (found, lookup) => ({
      message: `Part of the VM's memory could not be mapped for DMA by ${nameOf(found("address"), lookup)}.`,
      fix: "The host's kernel log (dmesg) says why. Check the limit on locked memory (LimitMEMLOCK=infinity for libvirt's service), huge pages, and whether the VM needs its virtual IOMMU.",
      devices: about(found("address")),
    }),
  },
  plain(
    /unable to map backing store for guest RAM|[Uu]nable to find any usable hugetlbfs mount|hugetlbfs filesystem is not mounted|hugepages are disabled by administrator config/,
    "The VM's memory is backed by huge pages, and the host has too few free ones.",
    "Set more on the page Host, under “Huge pages now”, or for every start (vm.nr_hugepages, or hugepages= on the kernel command line); check that hugetlbfs is mounted, or turn off huge pages for this VM.",
  ),
  plain(
    /cannot set up guest memory '[^']*': Cannot allocate memory/,
    "The host has not enough free memory for this VM.",
    "Shut down other VMs, or give this one less memory.",
  ),
];

function explainReserved(found: Found, lookup: TroubleLookup) {
  const address = found("address") || found("address2");
  const bar = found("bar") || found("bar2");
  return {
    message: `The host holds the memory (BAR ${bar}) of ${nameOf(address, lookup)}, most likely for the framebuffer that the firmware or the boot console used on it.`,
    fix: "Make another card the boot display, or keep the framebuffer off this one: initcall_blacklist=sysfb_init on the kernel command line (video=efifb:off before Linux 5.15), and reboot the host.",
    devices: about(address),
  };
}

function plain(pattern: RegExp, message: string, fix: string): TroubleRule {
  return { pattern, explain: () => ({ message, fix, devices: [] }) };
}
