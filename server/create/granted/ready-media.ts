import type { HostOfVms } from "../host/host-of-vms";
import type { PoolContent } from "../host/libvirt-resources";

/** What Passdeck makes for single VMs: there are passwords in it, or their hashes. */
const madeForVm = /-(seed|answers)\.iso$|-installer-(kernel|initrd)$/;

/** The volumes of a pool that are ready-made media: nobody's disks, nor what was made for a VM. */
export function readyMedia(
  { name, volumes, volumePaths }: PoolContent,
  { vms }: Pick<HostOfVms, "vms">,
): string[] {
  const disks = new Set(vms.flatMap((vm) => vm.disks));
  const used = new Set([...volumePaths].flatMap(([path, volume]) => (disks.has(path) ? volume : [])));
  return volumes.filter(
    (volume) => !madeForVm.test(volume) && !used.has(volume) && !disks.has(`${name}/${volume}`),
  );
}
