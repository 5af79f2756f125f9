import type { Element } from "@xmldom/xmldom";
import { insertElement, insertElementBefore } from "../../xml/white-space";
import { attributeOf, childrenOf } from "../../xml/xml";

/** The order in which libvirt writes the children of each device (virDomain…DefFormat); it reads them in any. */
const deviceOrders = {
  disk: words(
    "driver auth source backingStore mirror target iotune readonly shareable transient serial wwn vendor product encryption boot alias address",
  ),
  interface: words(
    "mac source vlan virtualport ip route script downscript backenddomain target guest model driver backend filterref teaming bandwidth link mtu port coalesce boot rom acpi alias address",
  ),
  hostdev: words("driver source readonly shareable teaming boot rom acpi alias address"),
  graphics: words("listen image jpeg zlib playback streaming clipboard mouse filetransfer gl channel"),
  input: words("driver alias source address"),
  filesystem: words("driver binary source target readonly space_hard_limit space_soft_limit alias address"),
  rng: words("rate backend driver alias address"),
  shmem: words("model size server msi alias address"),
  memory: words("source uuid target alias address"),
  tpm: words("backend alias address"),
  memballoon: words("stats driver alias address"),
  vsock: words("cid driver alias address"),
  controller: words("driver master model target alias address"),
  redirdev: words("source boot alias address"),
  serial: words("source protocol log target alias address"),
  console: words("source protocol log target alias address"),
  channel: words("source protocol log target alias address"),
  video: words("driver model alias address"),
  sound: words("codec audio alias address"),
  audio: words("input output"),
  watchdog: words("alias address"),
  panic: words("alias address"),
  smartcard: words("source certificate database protocol alias address"),
  iommu: words("driver alias address"),
};

/** The name of a device's element, as it stands in `<devices>`. */
export type DeviceElement = keyof typeof deviceOrders;

/** The same of the machine's own parts, and of what devices have within them. */
const orders: Readonly<Record<string, readonly string[]>> = {
  ...deviceOrders,
  source: words("adapter vendor product slices reservations encryption initiator address"),
  bandwidth: words("inbound outbound"),
  iotune: words(
    "total_bytes_sec read_bytes_sec write_bytes_sec total_iops_sec read_iops_sec write_iops_sec size_iops_sec group_name",
  ),
  os: words("type firmware loader nvram bootmenu smbios bios kernel initrd cmdline dtb acpi boot"),
  features: words(
    "acpi apic pae hap viridian privnet hyperv kvm pvspinlock capabilities pmu vmport gic smm ioapic hpt vmcoreinfo",
  ),
  hyperv: words(
    "relaxed vapic spinlocks vpindex runtime synic stimer reset vendor_id frequencies reenlightenment tlbflush ipi evmcs avic",
  ),
  cpu: words("model vendor topology cache maxphysaddr feature numa"),
  memoryBacking: words("hugepages nosharepages locked source access allocation discard"),
  cputune: words(
    "shares period quota global_period emulator_period vcpupin emulatorpin iothreadpin vcpusched emulatorsched iothreadsched cachetune memorytune",
  ),
  clock: words("timer"),
  pm: words("suspend-to-mem suspend-to-disk"),
};

function words(text: string): readonly string[] {
  return text.split(" ");
}

/** Inserts a child where libvirt would write it; one that is not in its list comes last. */
export function insertChild(parent: Element, child: Element) {
  const order = orders[parent.nodeName] ?? [];
  const rankOf = ({ nodeName }: Element) => order.indexOf(nodeName);
  const rank = rankOf(child);
  if (rank < 0) return insertElement(parent, child);
  const comesBefore = (sibling: Element) =>
    rankOf(sibling) === rank ? numberOf(sibling) <= numberOf(child) : rankOf(sibling) < rank;
  const known = childrenOf(parent).filter((sibling) => rankOf(sibling) >= 0);
  const previous = known.findLast(comesBefore);
  const next = known.find((sibling) => !comesBefore(sibling));
  if (previous === undefined && next !== undefined) insertElementBefore(parent, child, next);
  else insertElement(parent, child, previous);
}

/** As most definitions have them; their order says nothing. */
const timers: readonly (string | null)[] = words("rtc pit hpet tsc kvmclock hypervclock");

/** By which pins, and timers, are in order among themselves. */
function numberOf(element: Element): number {
  if (element.nodeName === "timer") return timers.indexOf(attributeOf(element, "name"));
  return Number(attributeOf(element, "vcpu") ?? attributeOf(element, "iothread") ?? 0);
}
