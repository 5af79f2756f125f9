import { addressPattern } from "./device-words";
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
    "Target (?:domain )?(?:host device|IOMMU device|device PCI address)[^\\n]{0,80}does ?not match source",
    "The definition that the VM is restored or moved to has other devices of the host than the VM had.",
    "Restore it with the definition that it was saved with, or start it anew without the saved state.",
  ],
  [
    `VFIO migration is not supported (?:in kernel|with \\w+)|Migration is disabled for VFIO device|Migration couldn't be initialized for VFIO device|Multifd device transfer requested but unsupported|(?:VFIO device|[Dd]evice) (?:doesn't|does not) support (?:migration|device (?:and IOMMU )?dirty tracking)`,
    "{address} can't be moved or saved with its VM: the driver that holds it on the host does not know how.",
    stop,
  ],
  [
    "Multiple VFIO devices migration is supported only|[Mm]igration is (?:currently )?not supported with (?:vIOMMU|multiple VFIO devices)|Migration disabled: |: Migration disabled$",
    "This VM can't be moved or saved with the devices that it has.",
    stop,
  ],
  [
    "CPR does not support vfio mdev|VFIO container does not support VFIO_(?:UPDATE_VADDR|UNMAP_ALL)|vfio iommufd backend does not support IOMMU_IOAS_CHANGE_PROCESS|vfio device with fd=\\d+ needs an id property",
    "This VM can't be handed over to another QEMU while it runs (CPR) with the devices that it has.",
    "Shut the VM down and start it with the other QEMU. A device that is given by fd= wants a name of its own (id=), a vGPU can't be handed over.",
  ],
  [
    `VFIO_UNMAP_DMA with DIRTY_BITMAP|UNMAP: Size of bitmap too big|IOMMU_HWPT_(?:SET_DIRTY_TRACKING|GET_DIRTY_BITMAP)|Failed to set dirty tracking flag|Failed to get dirty bitmap for iova|Could not (?:start|stop) dirty page tracking|Failed to (?:start|stop|prepare) DMA logging|Failed to sync dirty bitmap|vfio_iommu_map_dirty_notify\\(`,
    "Which memory {address} writes could not be found out while the VM was saved or moved, so that was given up.",
    `Try again with the VM shut down. The host's kernel log (dmesg) says why the driver that holds the device there did not tell.`,
  ],
  [
    `(?<=[0-9a-f]\\.[0-7]: )(?:data_fd out of sync|Failed to (?:load|save) device config space|Failed loading device config space|Failed to (?:allocate migration data buffer|set new PRE_COPY state|set RESUMING state|set state \\w+|(?:mmap|setup) VFIO migration region)|Invalid (?:device state \\d|zero-sized VFIO migration region)|save setup failed|SETUP STATE: EOS not found|Received INIT_DATA_SENT|qemu_loadvm_approve_switchover failed|state buffer \\d+ already filled|writing state buffer \\d+ failed|got device state packet but|packet (?:too short at|has unknown version|index is invalid)|load config state flush failed|expected FLAG_DEV_CONFIG_STATE but got|vfio_load_device_config_state\\(\\) failed|Unknown tag 0x|vfio_save_buffer failed)|vfio_mig_\\w+ \\d+ byte ${addressPattern}: failed`,
    "The state of {address} could not be read or written while the VM was saved or moved.",
    "Shut the VM down and start it again. Both hosts need the same kind of device, driver and QEMU. The host's kernel log (dmesg) says why.",
  ],
  [
    `Failed (?:setting device (?:state to (?<state>\\w+)|in recover state)|resetting device, err)`,
    "{address} did not go into the state that was wanted of it while the VM was saved or moved.",
    "Shut the VM down and start it again. The host's kernel log (dmesg) says why.",
  ],
]);
