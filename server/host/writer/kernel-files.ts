const address = String.raw`[\da-f]{4,8}:[\da-f]{2}:[01][\da-f]\.[0-7]`;
/** Drivers have names with blanks and dots, too; none is a way out of their folder. */
const driver = String.raw`(?!\.)[\x20-\x2e\x30-\x7e]{1,64}`;

/** A file of the kernel's that Passdeck may write or read as root. */
interface KernelFile {
  path: RegExp;
  /** What may be written; null: nothing. */
  value: RegExp | null;
  /** Whether it may be read. */
  isRead: boolean;
}

/**
 * All by which Passdeck tells a kernel what to do, whoever asks: also one that is not root, by its helper. Paths have no leading
 * slash. Whoever adds a row sees to it that neither path nor value can mean another file or act.
 */
const kernelFiles: readonly KernelFile[] = [
  // Which driver a PCI device goes to.
  row(`sys/bus/pci/devices/${address}/driver_override`, { value: `(?:${driver})?`, isRead: true }),
  // Its driver lets go of a device: of the one that the path names.
  row(`sys/bus/pci/devices/(?<device>${address})/driver/unbind`, { value: address }),
  row("sys/bus/pci/drivers_probe", { value: address }),
  row(`sys/bus/pci/drivers/${driver}/bind`, { value: address }),
  // How many huge pages of a size the kernel, or one of its memory nodes, has.
  row(
    String.raw`sys/(?:kernel/mm|devices/system/node/node\d{1,4})/hugepages/hugepages-\d{1,9}kB/nr_hugepages`,
    {
      value: String.raw`\d{1,8}`,
      isRead: true,
    },
  ),
  // Its ROM is shown, read, and hidden again; a card that sleeps is kept awake for that.
  row(`sys/bus/pci/devices/${address}/rom`, { value: "[01]", isRead: true }),
  row(`sys/bus/pci/devices/${address}/power/control`, { value: "on|auto" }),
];

/** Modules that Passdeck may have loaded. */
const modules: ReadonlySet<string> = new Set(["vfio-pci"]);

/** Whether a value may be written into a file of the kernel's. */
export function mayWrite(path: string, value: string): boolean {
  return kernelFiles.some((file) => {
    const device = file.path.exec(path)?.groups?.device;
    return file.path.test(path) && file.value?.test(value) === true && [undefined, value].includes(device);
  });
}

export function mayRead(path: string): boolean {
  return kernelFiles.some((file) => file.isRead && file.path.test(path));
}

export function mayLoad(module: string): boolean {
  return modules.has(module);
}

/** @param path What the whole path looks like; where it names a `device`, the value has to be that. */
function row(path: string, { value, isRead = false }: { value?: string; isRead?: boolean }): KernelFile {
  return {
    path: new RegExp(`^${path}$`),
    value: value === undefined ? null : new RegExp(`^(?:${value})$`),
    isRead,
  };
}
