import { textTable } from "./text-table";

const stop =
  "Shut the VM down first, or detach the device; a snapshot of the disks alone, of a VM that is off, can be made.";

/** Saving and moving VMs with devices of the host (hw/vfio/migration.c of QEMU, qemu_migration.c of libvirt). */
export const migrationRules = textTable([
  [
    "domain has assigned (?:non-USB )?host devices|cannot migrate a? ?domain with (?:<hostdev|assigned host|[\\w-]+ host device)|[Mm]igration (?:with|of) [^\\n]{0,60}host ?dev[^\\n]{0,40} not supported|State blocked by non-migratable device '[^'\\n]*/vfio",
    "A VM that has devices of the host can't be moved, saved, or have a snapshot with its memory: their state can't be read.",
    stop,
  ],
  [
    `VFIO migration is not supported (?:in kernel|with \\w+)|(?:VFIO device|[Dd]evice) (?:doesn't|does not) support (?:migration|device (?:and IOMMU )?dirty tracking)`,
    "{address} can't be moved or saved with its VM: the driver that holds it on the host does not know how.",
    stop,
  ],
  [
    "Multiple VFIO devices migration is supported only|[Mm]igration is (?:currently )?not supported with vIOMMU|Migration disabled: |: Migration disabled$",
    "This VM can't be moved or saved with the devices that it has.",
    stop,
  ],
  [
    `Failed (?:setting device (?:state to (?<state>\\w+)|in recover state)|resetting device, err)`,
    "{address} did not go into the state that was wanted of it while the VM was saved or moved.",
    "Shut the VM down and start it again. The host's kernel log (dmesg) says why.",
  ],
]);
