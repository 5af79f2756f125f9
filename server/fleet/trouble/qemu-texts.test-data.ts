import type { RealText } from "./real-texts.test-data";

const monitor =
  "internal error: QEMU unexpectedly closed the monitor (vm='win11'): 2026-11-21T09:00:00.000000Z qemu-system-x86_64: ";
const card = `-device {"driver":"vfio-pci","host":"0000:01:00.0","id":"hostdev0","bus":"pci.2","addr":"0x0"}: `;
const name = "GeForce RTX 3090 (0000:01:00.0)";
const mediated = "4b20d080-1b54-4048-85b3-a6a62d165c01";

/** What QEMU says of devices that a VM is given (hw/vfio and its neighbours). */
export const qemuTexts: readonly RealText[] = [
  {
    source: "vfio_pci_pre_reset; github.com/QaidVoid/Complete-Single-GPU-Passthrough/issues/45",
    text: "qemu-system-x86_64: vfio: Unable to power on device, stuck in D3",
    says: ["does not wake up", "power", "disable_idle_d3"],
    devices: [],
  },
  {
    source: "the same, with QEMU's argument before it",
    text: `${monitor}${card}vfio: Unable to power on device, stuck in D3`,
    says: [name, "does not wake up"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "vfio_intx_enable of QEMU 2.6",
    text: "qemu-system-x86_64: vfio: Error: Failed to setup INTx fd: Device or resource busy",
    says: ["interrupt line", "/proc/interrupts"],
  },
  {
    source: "vfio_device_irq_set_signaling of QEMU 10",
    text: `${monitor}${card}vfio 0000:01:00.0: Failed to set up TRIGGER eventfd signaling for interrupt INTX-0: VFIO_DEVICE_SET_IRQS failure: Device or resource busy`,
    says: [name, "interrupt line", "another device of the host"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "vfio_device_irq_set_signaling of QEMU 10, no vectors left",
    text: "qemu-kvm: vfio 0000:01:00.0: Failed to set up TRIGGER eventfd signaling for interrupt MSIX-12: VFIO_DEVICE_SET_IRQS failure: No space left on device",
    says: [name, "MSIX"],
  },
  {
    source: "vfio_msix_vector_do_use",
    text: "qemu-kvm: vfio: failed to enable vectors, -28",
    says: ["MSI"],
  },
  {
    source: "vfio_msix_early_setup",
    text: `${monitor}${card}vfio 0000:01:00.0: hardware reports invalid configuration, MSIX PBA outside of specified BAR`,
    says: [name, "MSI-X"],
  },
  {
    source: "hw/pci/pci.c of QEMU 9; github.com/gnif/vendor-reset/issues/76",
    text: `${monitor}../hw/pci/pci.c:1633: pci_irq_handler: Assertion \`0 <= irq_num && irq_num < PCI_NUM_PINS' failed.`,
    says: ["does not respond", "power it on again"],
  },
  {
    source: "vfio_connect_container",
    text: `${monitor}${card}vfio 0000:01:00.0: failed to setup container for group 13: No available IOMMU models`,
    says: [name, "modprobe vfio_iommu_type1"],
  },
  {
    source: "vfio_populate_vga",
    text: `${monitor}-device vfio-pci,host=0000:01:00.0,x-vga=on: vfio 0000:01:00.0: failed getting region info for VGA region index 8: Invalid argument\ndevice does not support requested feature x-vga`,
    says: [name, "x-vga", "3D controller"],
  },
  {
    source: "vfio_pci_igd_opregion_detect; github.com/intel/gvt-linux/issues/19",
    text: "qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0,x-igd-opregion=on: vfio 0000:01:00.0: Device does not supports IGD OpRegion feature: No such device",
    says: [name, "OpRegion", "x-igd-opregion"],
  },
  {
    source: "vfio_probe_igd_bar4_quirk",
    text: "qemu-system-x86_64: IGD device 0000:01:00.0 cannot support legacy mode due to existing devices at address 1f.0",
    says: ["i440FX", "Q35"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "vfio_probe_igd_bar4_quirk",
    text: "qemu-system-x86_64: IGD device 0000:01:00.0 has no ROM, legacy mode disabled",
    says: [name, "VBIOS"],
  },
  {
    source: "vfio_get_device; github.com/DualCoder/vgpu_unlock/issues/71",
    text: `kvm: -device vfio-pci,sysfsdev=/sys/bus/mdev/devices/${mediated}: vfio ${mediated}: error getting device from group 25: Input/output error\nVerify all devices in group 25 are bound to vfio-<bus> or pci-stub and not already in use`,
    says: [mediated, "vGPU", "nvidia-vgpu-mgr"],
    devices: [],
  },
  {
    source: "vfio_realize; github.com/mbilker/vgpu_unlock-rs/issues/5",
    text: `kvm: -device vfio-pci,sysfsdev=/sys/bus/pci/devices/0000:01:00.0/${mediated},id=hostpci0: warning: vfio ${mediated}: Could not enable error recovery for the device\nkvm: -device vfio-pci: vfio ${mediated}: failed to read device config space: Bad address`,
    says: [mediated, "vGPU"],
  },
  {
    source: "vfio_device_get_name",
    text: `${monitor}-device vfio-pci,host=0000:0a:00.0: vfio 0000:0a:00.0: no such host device: No such file or directory`,
    says: ["PCI device 0000:0a:00.0", "not there"],
  },
  {
    source: "vfio_device_get_name, the path in front",
    text: "qemu-system-x86_64: -device vfio-pci,host=0a:00.0: vfio /sys/bus/pci/devices/0000:0a:00.0: no such host device: No such file or directory",
    says: ["PCI device 0000:0a:00.0", "not there"],
    devices: ["0000:0a:00.0"],
  },
  {
    source: "vfio_legacy_attach_device",
    text: "qemu-system-x86_64: -device vfio-pci,host=01:00.0: vfio 0000:01:00.0: device is already attached",
    says: [name, "twice"],
  },
  {
    source: "vfio_listener_region_add of QEMU 10.1; github.com/kubevirt/kubevirt/issues/14593",
    text: `${monitor}${card}VFIO_MAP_DMA failed: Cannot allocate memory\nqemu-kvm: vfio 0000:01:00.0: failed to setup container for group 75: memory listener initialization failed: Region pc.bios: vfio_container_dma_map (0x5632ad2e1e80, 0xfffc0000, 0x40000, 0x7fdf48200000) = -2 (No such file or directory)`,
    says: [name, "locked memory"],
  },
  {
    source: "the same, the second line alone",
    text: "qemu-kvm: vfio 0000:01:00.0: failed to setup container for group 75: memory listener initialization failed: Region pc.bios: vfio_container_dma_map(0x5632ad2e1e80, 0xfffc0000, 0x40000, 0x7fdf48200000) = -2 (No such file or directory)",
    says: [name, "could not be mapped"],
  },
  {
    source: "vfio_dma_map; dma_entry_limit of vfio_iommu_type1.c",
    text: "qemu-kvm: VFIO_MAP_DMA failed: No space left on device",
    says: ["dma_entry_limit"],
  },
  {
    source: "vfio_region_write; github.com/gnif/LookingGlass and many: the boot screen holds BAR 1",
    text: "qemu-system-x86_64: vfio_region_write(0000:01:00.0:region1+0x42478, 0x0,8) failed: Device or resource busy",
    says: [name, "sysfb_init"],
  },
  {
    source: "vfio_pci_read_config",
    text: "qemu-system-x86_64: vfio_pci_read_config(0000:01:00.0, 0x3d, 0x1) failed: Input/output error",
    says: [name, "registers"],
  },
  {
    source: "vfio_err_notifier_handler",
    text: "qemu-system-x86_64: vfio_err_notifier_handler(0000:01:00.0) Unrecoverable error detected. Please collect any data possible and then kill the guest",
    says: [name, "PCIe link", "AER"],
  },
  {
    source: "vfio_pci_hot_reset of iommufd.c",
    text: "qemu-system-x86_64: vfio: Cannot reset device 0000:01:00.0, depends on device 0000:07:02.0 which is not owned.",
    says: [name, "82540EM (0000:07:02.0)"],
    devices: ["0000:01:00.0", "0000:07:02.0"],
  },
  {
    source: "iommufd_backend_connect",
    text: `${monitor}${card}vfio 0000:01:00.0: /dev/iommu opening failed: No such file or directory`,
    says: ["/dev/iommu", "modprobe iommufd"],
  },
  {
    source: "iommufd_cdev_getfd",
    text: `${monitor}${card}vfio /sys/bus/pci/devices/0000:01:00.0/vfio-dev: couldn't open directory /sys/bus/pci/devices/0000:01:00.0/vfio-dev: No such file or directory`,
    says: [name, "not bound to vfio-pci"],
  },
  {
    source: "iommufd_cdev_connect_and_bind",
    text: `${monitor}${card}vfio 0000:01:00.0: error bind device fd=37 to iommufd=36: Operation not permitted`,
    says: [name, "group"],
  },
  {
    source: "iommufd_cdev_attach_ioas_hwpt",
    text: "qemu-system-x86_64: vfio 0000:01:00.0: [iommufd=28] error attach 0000:01:00.0 (29) to id=2: Invalid argument",
    says: [name, "RMRR"],
  },
  {
    source: "hw/i386/intel_iommu.c",
    text: "qemu-system-x86_64: We need to set caching-mode=on for intel-iommu to enable device assignment with IOMMU protection.",
    says: ["caching_mode='on'"],
  },
  {
    source: "vtd_check_hiod",
    text: "qemu-system-x86_64: -device vfio-pci,host=01:00.0: vfio 0000:01:00.0: aw-bits 48 > host aw-bits 39",
    says: [name, "aw_bits", "to 39."],
  },
  {
    source: "pci_qdev_realize; the VNC card took the slot",
    text: "qemu-system-x86_64: -device vfio-pci,host=01:00.0,addr=0x2: PCI: slot 2 function 0 not available for vfio-pci, in use by qxl-vga,id=video0",
    says: ["same address inside the guest", "slot 2"],
  },
  {
    source: "qdev_device_add",
    text: "internal error: unable to execute QEMU command 'device_add': Bus 'pcie.0' does not support hotplugging",
    says: ["plugged in", "pcie-root-port"],
  },
  {
    source: "vfio_display_probe",
    text: "qemu-system-x86_64: -device vfio-pci,host=01:00.0,display=on: vfio 0000:01:00.0: vfio: device doesn't support any (known) display method",
    says: [name, "display"],
  },
  {
    source: "vfio_pci_size_rom",
    text: "Warning : Rom loading for device at 0000:01:00.0 has been disabled due to system instability issues. Specify rombar=1 or romfile to force",
    says: [name, "VBIOS"],
  },
  {
    source: "qdev_new; a QEMU without VFIO",
    text: "qemu-system-x86_64: -device vfio-pci,host=01:00.0: 'vfio-pci' is not a valid device model name",
    says: ["without VFIO"],
  },
  {
    source: "object_property_set",
    text: "qemu-system-x86_64: -device vfio-pci,host=01:00.0,x-vgaa=on: Property 'vfio-pci.x-vgaa' not found",
    says: ["x-vgaa"],
  },
  {
    source: "qemu_savevm_state_blocked",
    text: "operation failed: State blocked by non-migratable device '0000:00:05.0/vfio'",
    says: ["can't be moved, saved"],
    devices: [],
  },
  {
    source: "vfio_migration_realize",
    text: "qemu-system-x86_64: 0000:01:00.0: VFIO migration is not supported in kernel",
    says: [name, "can't be moved"],
  },
  {
    source: "qdev_device_add; github.com/microvm-nix/microvm.nix/pull/90",
    text: "qemu-system-x86_64: -device vfio-pci,host=0000:00:14.3,multifunction=on: No 'PCI' bus found for device 'vfio-pci'",
    says: ["no PCI", "q35"],
  },
];
