import type { TreeEntry } from "@/server/host/tree-entries";

/** A PCI device of a made-up or remembered host. Numbers are as lspci -nn writes them. */
export interface DeviceDescription {
  address: string;
  /** Four or six digits: "0300". */
  class: string;
  /** "10de:13c2" */
  id: string;
  subsystem?: string;
  driver?: string;
  group?: number;
  bootVga?: boolean;
  resetMethods?: string;
  /** The bridge that it is behind. */
  behind?: string;
  /** The function whose driver makes its PCI domain: Intel's VMD. */
  domainController?: string;
  /** Of a virtual function: its physical one. */
  physicalFunction?: string;
  /** Disks, network interfaces and graphics cards that hang on it: "block/sda", "net/eno1", "drm/card0". */
  users?: readonly string[];
  /** Further attributes in the device's folder: "power_state", "net/eno1/…". A file's text, without the line's end. */
  attributes?: Readonly<Record<string, string>>;
}

export interface HostDescription {
  cpu: { vendor: string; model: string; threads: number; flags: string };
  memoryKibibytes: number;
  kernel: string;
  commandLine: string;
  distribution: string;
  /** Files of boot loaders and initial RAM disks that are there. */
  present: readonly string[];
  dmi: Readonly<Record<string, string>>;
  /** As in /sys/class/iommu. */
  iommuUnits: readonly string[];
  /** As in /sys/firmware/acpi/tables. */
  firmwareTables: readonly string[];
  devices: readonly DeviceDescription[];
  /** Further files of the host, with their texts. */
  files?: Readonly<Record<string, string>>;
  /** Further links of the host; both paths are relative to its root. */
  links?: Readonly<Record<string, string>>;
}

/** A captured host, made from a description. */
export function hostTreeEntries(host: HostDescription): TreeEntry[] {
  return [
    ...factFiles(host),
    ...host.present.map((path) => file(path, "")),
    ...Object.entries(host.dmi).map(([name, text]) => file(`sys/class/dmi/id/${name}`, `${text}\n`)),
    ...host.iommuUnits.map((unit): TreeEntry => ({ kind: "folder", path: `sys/class/iommu/${unit}` })),
    ...host.firmwareTables.map((table) => file(`sys/firmware/acpi/tables/${table}`, "")),
    { kind: "folder", path: "sys/bus/pci/devices" },
    ...host.devices.flatMap((device) => deviceEntries(device, host.devices)),
    ...Object.entries(host.links ?? {}).map(([path, to]) => link(path, to)),
    ...Object.entries(host.files ?? {}).map(([path, text]) => file(path, text)),
  ];
}

function factFiles({ cpu, ...host }: HostDescription): TreeEntry[] {
  const processor = (index: number) =>
    `processor\t: ${index}\nvendor_id\t: ${cpu.vendor}\nmodel name\t: ${cpu.model}\nflags\t\t: ${cpu.flags}\n\n`;
  return [
    file("proc/cpuinfo", Array.from({ length: cpu.threads }, (_, index) => processor(index)).join("")),
    file("proc/meminfo", `MemTotal:       ${host.memoryKibibytes} kB\n`),
    file("proc/cmdline", `${host.commandLine}\n`),
    file("proc/sys/kernel/osrelease", `${host.kernel}\n`),
    file("etc/os-release", `PRETTY_NAME="${host.distribution}"\n`),
  ];
}

function deviceEntries(device: DeviceDescription, all: readonly DeviceDescription[]): TreeEntry[] {
  const place = placeOf(device, all);
  const listed = `sys/bus/pci/devices/${device.address}`;
  const group = `sys/kernel/iommu_groups/${device.group}`;
  const physical = find(device.physicalFunction, all);
  return [
    link(listed, place),
    ...attributesOf(device).map(([name, text]) => file(`${place}/${name}`, `${text}\n`)),
    ...(device.driver ? [link(`${place}/driver`, `sys/bus/pci/drivers/${device.driver}`)] : []),
    ...(physical ? [link(`${place}/physfn`, placeOf(physical, all))] : []),
    ...(device.group === undefined ? [] : [link(`${place}/iommu_group`, group)]),
    ...(device.group === undefined ? [] : [link(`${group}/devices/${device.address}`, place)]),
    ...(device.users ?? []).flatMap((user) => [
      { kind: "folder" as const, path: `${place}/${user}` },
      link(`sys/class/${user}`, `${place}/${user}`),
    ]),
  ];
}

function attributesOf(device: DeviceDescription): [name: string, text: string][] {
  const [vendor, id] = device.id.split(":");
  const [subsystemVendor, subsystemId] = (device.subsystem ?? "0000:0000").split(":");
  const attributes: [string, string][] = [
    ["class", `0x${device.class.padEnd(6, "0")}`],
    ["vendor", `0x${vendor}`],
    ["device", `0x${id}`],
    ["subsystem_vendor", `0x${subsystemVendor}`],
    ["subsystem_device", `0x${subsystemId}`],
  ];
  if (device.bootVga !== undefined) attributes.push(["boot_vga", device.bootVga ? "1" : "0"]);
  if (device.resetMethods !== undefined) attributes.push(["reset_method", device.resetMethods]);
  return [...attributes, ...Object.entries(device.attributes ?? {})];
}

/** Where sysfs keeps a device: in its bridge's folder, down from the root bus. */
function placeOf(device: DeviceDescription, all: readonly DeviceDescription[]): string {
  const bridge = find(device.behind, all);
  if (bridge !== undefined) return `${placeOf(bridge, all)}/${device.address}`;
  const controller = find(device.domainController, all);
  const above = controller === undefined ? "sys/devices" : placeOf(controller, all);
  const rootBus = device.address.slice(0, device.address.indexOf(":") + 3);
  return `${above}/pci${rootBus}/${device.address}`;
}

function find(address: string | undefined, all: readonly DeviceDescription[]): DeviceDescription | undefined {
  return address === undefined ? undefined : all.find((device) => device.address === address);
}

function file(path: string, text: string): TreeEntry {
  return { kind: "file", path, text };
}

/** A link as sysfs writes it: relative to its own folder. Both paths are relative to the root. */
function link(path: string, to: string): TreeEntry {
  return { kind: "link", path, target: `${"../".repeat(path.split("/").length - 1)}${to}` };
}
