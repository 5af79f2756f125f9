import { treeOf } from "../tree.test-data";
import { bootLogOfFile } from "./boot-log";
import type { Check, CheckId } from "./check.schema";
import { type CheckedDevice, type CheckSources, checkBatch } from "./check-sources";
import { further as furtherFiles } from "./further-files";
import { hostChecks } from "./host-checks";
import { readBindings, readSetup } from "./read-check-sources";
import { readFurther } from "./read-further";

export type Files = Readonly<Record<string, string>>;
export type Part = Partial<
  Pick<
    CheckSources,
    "cpuVendor" | "iommu" | "groups" | "devices" | "memoryBytes" | "threads" | "kernel" | "log"
  >
>;

/** Checks a host of these files that is ready in all respects, apart from what is asked for. */
export async function checksOf(given: Files, part: Part = {}): Promise<Check[]> {
  const kernel = part.kernel ?? "6.12.0";
  const tree = await treeOf(given);
  const files = await tree.readMany(checkBatch);
  const setup = await readSetup(tree, files);
  const bindings = await readBindings(tree, files, kernel);
  const [groups, devices] = [part.groups ?? [], part.devices ?? []];
  const further = await readFurther(tree, kernel, { groups: groups.map(({ id }) => id), devices });
  return hostChecks({
    ...{ files, further, setup, ...bindings, kernel },
    log: bootLogOfFile(further.first.text(furtherFiles.bootLog), furtherFiles.bootLog, kernel),
    threads: 8,
    cpuVendor: "intel",
    memoryBytes: 32 * 1024 ** 3,
    iommu: { enabled: true, kind: "intel", offeredByFirmware: true },
    ...part,
    groups,
    devices,
  });
}

export async function checkOf(id: CheckId, files: Files, part: Part = {}): Promise<Check> {
  const found = (await checksOf(files, part)).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`${id} was not checked`);
  return found;
}

/** A graphics card on vfio-pci. */
export const gpu: CheckedDevice = {
  address: "0000:01:00.0",
  bars: [],
  class: "030000",
  vendorId: "10de",
  deviceId: "1381",
  subsystemVendorId: "1043",
  subsystemDeviceId: "8508",
  driver: "vfio-pci",
  iommuGroup: 1,
  bootVga: false,
  modules: [],
  needed: null,
};

/** Debian as its installer leaves it: GRUB, initramfs-tools. */
export const debianFiles: Files = {
  "etc/os-release": 'ID=debian\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n',
  "boot/grub/grub.cfg": "",
  "usr/sbin/mkinitramfs": "",
};

/** A kernel's command line behind what GRUB puts in front of it. */
export function started(parameters: string): Files {
  return { "proc/cmdline": `BOOT_IMAGE=/boot/vmlinuz root=UUID=ab ro ${parameters}\n` };
}
