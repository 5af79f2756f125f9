import type { JobKindName } from "../../job-kinds";

/** Not compiled where a kind's name is not known: any name would do then. */
type EachKind<Value> = string extends JobKindName ? never : Record<JobKindName, Value>;

/**
 * Where jobs of each kind are killed: a test file beside this folder, or one of the fast lab. A kind that has none says
 * why. Kinds that don't stand here don't compile, and a file that kills none of its kind fails.
 */
export const killTests: EachKind<
  `${string}.libvirt.test.ts` | `${string}.fast-lab.test.ts` | { why: string }
> = {
  reserve: "kill.fast-lab.test.ts",
  return: "kill.fast-lab.test.ts",
  prepare: "prepare.libvirt.test.ts",
  "huge-pages": "huge-pages.libvirt.test.ts",
  "return-for-good": {
    why: "its steps are those of return and prepare, which are killed; return-cards.test.ts kills them joined",
  },
  bridge: "bridge.libvirt.test.ts",
  attach: "vm.libvirt.test.ts",
  detach: "vm.libvirt.test.ts",
  "card-check": { why: "it changes nothing but whether the VM runs, and needs a guest with a card" },
  "read-rom": "rom.fast-lab.test.ts",
  "create-vm": "create.libvirt.test.ts",
  "end-installation": "installation.libvirt.test.ts",
  "delete-vm": "delete.libvirt.test.ts",
  "move-vm": "move.libvirt.test.ts",
  "vm-action": "vm-action.libvirt.test.ts",
  hardware: "vm.libvirt.test.ts",
  "clone-volume": "clone.libvirt.test.ts",
  "download-volume": "download.libvirt.test.ts",
  "upload-volume": "upload.libvirt.test.ts",
  "create-network": "network.libvirt.test.ts",
  "edit-network": "network.libvirt.test.ts",
  "start-network": "network-switch.libvirt.test.ts",
  "stop-network": "network-switch.libvirt.test.ts",
  "delete-network": "network-switch.libvirt.test.ts",
  "create-pool": "pool.libvirt.test.ts",
  "start-pool": "pool-switch.libvirt.test.ts",
  "stop-pool": "pool-switch.libvirt.test.ts",
  "refresh-pool": "pool-switch.libvirt.test.ts",
  "delete-pool": "pool-switch.libvirt.test.ts",
  "create-volume": "volume.libvirt.test.ts",
  "make-basics": "basics.libvirt.test.ts",
  "delete-volume": "delete.libvirt.test.ts",
  "resize-volume": "resize.libvirt.test.ts",
};

/** The kinds of which jobs are killed in a file of that name. */
export function kindsKilledIn(file: string): string[] {
  return Object.entries(killTests).flatMap(([kind, where]) => (where === file ? [kind] : []));
}
