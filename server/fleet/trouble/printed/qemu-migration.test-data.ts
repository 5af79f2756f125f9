import type { PrintedSource } from "./printed-text";

const before = "qemu-system-x86_64: ";

/** Regions, the picture, and moving and saving in QEMU. Left out: traces. */
export const qemuMigration: readonly PrintedSource[] = [
  {
    source: "hw/vfio/region.c (helpers.c, common.c)",
    before,
    texts: [
      [
        "%s(%s:region%d+0x%lx, 0x%lx,%d) failed: %m",
        "the host holds it",
        "vfio_region_write(0000:01:00.0:region1+0x4c8, 0x0,8) failed: Device or resource busy",
      ],
      [
        "%s(%s:region%d+0x%lx, %d) failed: %m",
        "sleeps",
        "vfio_region_read(0000:01:00.0:region3+0x11000, 4) failed: Input/output error",
      ],
      [
        "%s(%s:region%d+0x%lx, %d) failed: %m",
        "vGPU",
        "vfio_region_read(4b20d080-1b54-4048-85b3-a6a62d165c01:region0+0x0, 4) failed: Bad address",
      ],
    ],
  },
  {
    source: "hw/vfio/display.c",
    before,
    texts: [
      [
        "ioctl VFIO_DEVICE_QUERY_GFX_PLANE: %s",
        "console",
        "ioctl VFIO_DEVICE_QUERY_GFX_PLANE: Invalid argument",
      ],
      ["vfio-display-dmabuf: opengl not available", "OpenGL"],
      [
        "%s: vfio_region_setup(%d): %s",
        "console",
        "vfio_display_region_update: vfio_region_setup(9): Invalid argument",
      ],
      [
        "%s: vfio_region_mmap(%d): %s",
        "console",
        "vfio_display_region_update: vfio_region_mmap(9): Invalid argument",
      ],
      ["vfio-display: dmabuf support not implemented yet", "OpenGL"],
      ["vfio: device doesn't support any (known) display method", "display"],
      ["the display backend does not have OpenGL support enabled", "OpenGL"],
    ],
  },
  {
    source: "hw/vfio/migration.c, and what listener.c and container-base.c print while a VM moves",
    before: "qemu-system-x86_64: 0000:01:00.0: ",
    texts: [
      [
        "Failed setting device state to %s, err: %s. Recover state is ERROR. Resetting device",
        "saved or moved",
        "Failed setting device state to STOP_COPY, err: Input/output error. Recover state is ERROR. Resetting device",
      ],
      [
        "Failed setting device state to %s, err: %s. Setting device in recover state %s",
        "saved or moved",
        "Failed setting device state to PRE_COPY, err: Invalid argument. Setting device in recover state RUNNING",
      ],
      [
        "Failed setting device in recover state, err: %s. Resetting device",
        "saved or moved",
        "Failed setting device in recover state, err: Input/output error. Resetting device",
      ],
      [
        "Failed resetting device, err: %s",
        "saved or moved",
        "Failed resetting device, err: Input/output error",
      ],
      ["data_fd out of sync", "saved or moved"],
      ["Failed to load device config space", "saved or moved"],
      [
        "Failed loading device config space, end flag incorrect 0x%lx",
        "saved or moved",
        "Failed loading device config space, end flag incorrect 0x0",
      ],
      ["Failed to save device config space", "saved or moved"],
      ["VFIO migration is not supported with postcopy migration", "can't be moved"],
      ["VFIO migration is not supported with background snapshot", "can't be moved"],
      ["Failed to allocate migration data buffer", "saved or moved"],
      ["Failed to set new PRE_COPY state", "saved or moved"],
      ["Failed to set RESUMING state", "saved or moved"],
      ["Invalid device state %d", "saved or moved", "Invalid device state 0"],
      ["save setup failed", "saved or moved", "save setup failed: Input/output error"],
      ["SETUP STATE: EOS not found 0x%lx", "saved or moved", "SETUP STATE: EOS not found 0x0"],
      ["Received INIT_DATA_SENT but switchover ack is not used", "saved or moved"],
      [
        "qemu_loadvm_approve_switchover failed, err=%d (%s)",
        "saved or moved",
        "qemu_loadvm_approve_switchover failed, err=-22 (Invalid argument)",
      ],
      ["Unknown tag 0x%lx", "saved or moved", "Unknown tag 0x1"],
      ["Migration is disabled for VFIO device", "can't be moved"],
      ["VFIO migration is not supported in kernel", "can't be moved"],
      [
        "Migration couldn't be initialized for VFIO device, err: %d (%s)",
        "can't be moved",
        "Migration couldn't be initialized for VFIO device, err: -5 (Input/output error)",
      ],
      ["VFIO device doesn't support device dirty tracking", "can't be moved"],
      ["VFIO device doesn't support device and IOMMU dirty tracking", "can't be moved"],
      ["VFIO device doesn't support migration", "can't be moved"],
      ["Migration is currently not supported with vIOMMU enabled", "can't be moved"],
      ["Multifd device transfer requested but unsupported in the current config", "can't be moved"],
      [
        "Failed to mmap VFIO migration region %d: %s",
        "saved or moved",
        "Failed to mmap VFIO migration region 9: Invalid argument",
      ],
      [
        "Failed to setup VFIO migration region %d: %s",
        "saved or moved",
        "Failed to setup VFIO migration region 9: Invalid argument",
      ],
      [
        "Invalid zero-sized VFIO migration region %d",
        "saved or moved",
        "Invalid zero-sized VFIO migration region 9",
      ],
      ["vfio_save_buffer failed %s", "saved or moved", "vfio_save_buffer failed Input/output error"],
      ["Failed to set state %s", "saved or moved", "Failed to set state RUNNING"],
      [
        "Failed to stop DMA logging, err %d (%s)",
        "saved or moved",
        "Failed to stop DMA logging, err -22 (Invalid argument)",
      ],
      ["Failed to start DMA logging", "saved or moved", "Failed to start DMA logging: Invalid argument"],
    ],
  },
  {
    source: "the same, of no device alone",
    before,
    texts: [
      [
        "vfio_mig_%s %d byte %s: failed at offset 0x%lx, err: %s",
        "saved or moved",
        "vfio_mig_read 4 byte 0000:01:00.0: failed at offset 0x0, err: Input/output error",
      ],
      [
        "Multiple VFIO devices migration is supported only if all of them support P2P migration",
        "can't be moved",
      ],
      ["Migration is currently not supported with multiple VFIO devices", "can't be moved"],
      [
        "Failed to set dirty tracking flag 0x%x",
        "saved or moved",
        "Failed to set dirty tracking flag 0x1 errno: 22",
      ],
      [
        "Failed to get dirty bitmap for iova: 0x%lx size: 0x%lx",
        "saved or moved",
        "Failed to get dirty bitmap for iova: 0x0 size: 0x80000000: Invalid argument",
      ],
      [
        "Failed to prepare DMA logging",
        "saved or moved",
        "Failed to prepare DMA logging: Cannot allocate memory",
      ],
      [
        "vfio: Could not start dirty page tracking - ",
        "saved or moved",
        "vfio: Could not start dirty page tracking - Invalid argument",
      ],
      [
        "vfio: Could not stop dirty page tracking - ",
        "saved or moved",
        "vfio: Could not stop dirty page tracking - Invalid argument",
      ],
      ["Failed to sync dirty bitmap with RAM discard listener", "saved or moved"],
      [
        "vfio_iommu_map_dirty_notify(%p, 0x%lx, 0x%lx) failed - ",
        "saved or moved",
        "vfio_iommu_map_dirty_notify(0x55d0b2c3a4f0, 0x0, 0x1000) failed - Invalid argument",
      ],
    ],
  },
  {
    source: "hw/vfio/migration-multifd.c",
    before: "qemu-system-x86_64: 0000:01:00.0: ",
    texts: [
      ["state buffer %u already filled", "saved or moved", "state buffer 3 already filled"],
      ["writing state buffer %u failed: %d", "saved or moved", "writing state buffer 3 failed: 5"],
      ["got device state packet but not doing multifd transfer", "saved or moved"],
      ["packet too short at %zu (min is %zu)", "saved or moved", "packet too short at 4 (min is 12)"],
      ["packet has unknown version %u", "saved or moved", "packet has unknown version 7"],
      ["packet index is invalid", "saved or moved"],
      ["load config state flush failed: %d", "saved or moved", "load config state flush failed: -5"],
      [
        "expected FLAG_DEV_CONFIG_STATE but got %lx",
        "saved or moved",
        "expected FLAG_DEV_CONFIG_STATE but got 0",
      ],
      [
        "vfio_load_device_config_state() failed: %d",
        "saved or moved",
        "vfio_load_device_config_state() failed: -22",
      ],
    ],
  },
  {
    source: "hw/vfio/cpr-legacy.c, cpr-iommufd.c",
    before,
    texts: [
      ["VFIO container does not support VFIO_UPDATE_VADDR", "CPR"],
      ["VFIO container does not support VFIO_UNMAP_ALL", "CPR"],
      ["vfio iommufd backend does not support IOMMU_IOAS_CHANGE_PROCESS", "CPR"],
    ],
  },
];
