import type { RealText } from "./real-texts.test-data";

const name = "GeForce RTX 3090 (0000:01:00.0)";

/** What the kernel and its drivers log of devices and the IOMMU. */
export const kernelTexts: readonly RealText[] = [
  {
    source: "pci_power_up; github.com/bryansteiner/gpu-passthrough-tutorial/issues/39",
    text: "[   87.412759] nvidia 0000:01:00.0: Unable to change power state from D3cold to D0, device inaccessible",
    says: [name, "does not wake up", "d3cold_allowed"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "pci_raw_set_power_state of Linux 5.4",
    text: "vfio-pci 0000:01:00.0: Refused to change power state, currently in D3",
    says: [name, "does not wake up"],
  },
  {
    source: "pci_dev_wait; github.com/bryansteiner/gpu-passthrough-tutorial/issues/39",
    text: "vfio-pci 0000:01:00.0: not ready 65535ms after FLR; giving up",
    says: [name, "did not come back", "FLR"],
  },
  {
    source: "pci_dev_wait",
    text: "vfio-pci 0000:01:00.0: not ready 1023ms after bus reset; waiting",
    says: [name, "bus reset", "Wait"],
  },
  {
    source: "pcie_flr",
    text: "vfio-pci 0000:01:00.0: timed out waiting for pending transaction; performing function level reset anyway",
    says: [name, "in the middle of a transfer"],
  },
  {
    source: "pci_setup_device",
    text: "pci 0000:01:00.0: unknown header type 7f, ignoring device",
    says: [name, "does not respond"],
  },
  {
    source: "vfio_bar_restore; github.com/gnif/vendor-reset/issues/33",
    text: "vfio-pci 0000:01:00.0: vfio_bar_restore: reset recovery - restoring BARs",
    says: [name, "lost its registers"],
  },
  {
    source: "__setup_irq; bugzilla.kernel.org and many",
    text: "genirq: Flags mismatch irq 16. 00000000 (vfio-intx(0000:01:00.0)) vs. 00000080 (i801_smbus)",
    says: [name, "line 16", "i801_smbus"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "__report_bad_irq",
    text: 'irq 18: nobody cared (try booting with the "irqpoll" option)',
    says: ["line 18", "nointxmask"],
  },
  {
    source: "pci_map_rom; joeknock90/Single-GPU-Passthrough and many",
    text: "vfio-pci 0000:01:00.0: Invalid PCI ROM header signature: expecting 0xaa55, got 0xffff",
    says: [name, "VBIOS"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "vfio_pci_core_register_device",
    text: "vfio-pci 0000:01:00.0: Cannot bind to PF with SR-IOV enabled",
    says: [name, "sriov_numvfs"],
  },
  {
    source: "really_probe",
    text: "vfio-pci: probe of 0000:01:00.0 failed with error -22",
    says: [name, "vfio-pci did not take"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "really_probe of Linux 6.8",
    text: "vfio-pci 0000:01:00.0: probe with driver vfio-pci failed with error -22",
    says: [name, "vfio-pci did not take"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "vfio_pci_is_denylisted",
    text: "vfio-pci 0000:01:00.0: 8086:4940 exists in vfio-pci device denylist, driver probing disallowed.",
    says: [name, "disable_denylist"],
  },
  {
    source: "vfio_pci_validate_vf_token",
    text: "vfio-pci 0000:01:00.0: VF token required to access device",
    says: [name, "VF token"],
  },
  {
    source: "vfio_pci_core_request",
    text: "vfio-pci 0000:01:00.0: No device request channel registered, blocked until released by user",
    says: [name, "still has it"],
  },
  {
    source: "vfio_iommu_type1_attach_group",
    text: 'vfio_iommu_type1_attach_group: No interrupt remapping support.  Use the module param "allow_unsafe_interrupts" to enable VFIO IOMMU support on this platform',
    says: ["remap interrupts", "allow_unsafe_interrupts"],
  },
  {
    source: "vfio_group_fops_open",
    text: "vfio-pci 0000:01:00.0: vfio-noiommu device opened by user (qemu-system-x86:4242)",
    says: [name, "without the protection of the IOMMU"],
  },
  {
    source: "amd_iommu_report_page_fault",
    text: "vfio-pci 0000:01:00.0: AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x000d address=0xfffffffdf8000000 flags=0x0008]",
    says: [name, "IOMMU refused"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "amd_iommu_report_page_fault of a device without a driver",
    text: "AMD-Vi: Event logged [IO_PAGE_FAULT device=01:00.0 domain=0x000d address=0x1000 flags=0x0000]",
    says: [name, "IOMMU refused"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "iommu_print_event; github.com/gnif/vendor-reset/issues/49",
    text: "iommu ivhd0: AMD-Vi: Event logged [IOTLB_INV_TIMEOUT device=01:00.0 address=0x12345678]",
    says: ["does not respond", "reset"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "wait_on_sem",
    text: "AMD-Vi: Completion-Wait loop timed out",
    says: ["does not respond", "off and on again"],
  },
  {
    source: "dmar_fault_do_one; github.com/patmagauran/i915ovmfPkg/issues/23",
    text: "DMAR: DRHD: handling fault status reg 3\nDMAR: [DMA Read] Request device [01:00.0] PASID ffffffff fault addr 9c000000 [fault reason 06] PTE Read access is not set",
    says: [name, "IOMMU refused"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "dmar_fault",
    text: "DMAR: DRHD: handling fault status reg 2",
    says: ["next line"],
    devices: [],
  },
  {
    source: "dmar_fault_do_one of Linux 6",
    text: "DMAR: [DMA Write NO_PASID] Request device [01:00.0] fault addr 0xeb000000 [fault reason 0x05] PTE Write access is not set",
    says: [name],
  },
  {
    source: "dmar_fault_do_one",
    text: "DMAR: [INTR-REMAP] Request device [01:00.0] fault index 0x16 [fault reason 0x26] Blocked an interrupt request due to source-id verification failure",
    says: [name, "interrupt"],
  },
  {
    source: "qi_check_fault",
    text: "DMAR: VT-d detected Invalidation Time-out Error: SID 100",
    says: ["does not respond"],
  },
  {
    source: "rmrr_sanity_check",
    text: "DMAR: [Firmware Bug]: No firmware reserved region can cover this RMRR [0x000000003e2e0000-0x000000003e2fffff], contact BIOS vendor for fixes",
    says: ["firmware"],
  },
  {
    source: "iommu_setup_default_domain",
    text: "vfio-pci 0000:01:00.0: Firmware has requested this device have a 1:1 IOMMU mapping, rejecting configuring the device without a 1:1 mapping. Contact your platform vendor.",
    says: [name, "firmware"],
  },
  {
    source: "aer_print_error",
    text: "pcieport 0000:06:00.0: AER: Uncorrectable (Fatal) error message received from 0000:07:01.0",
    says: ["GeForce GTX 970 (0000:07:01.0)", "PCIe link"],
    devices: ["0000:07:01.0"],
  },
  {
    source: "aer_print_error",
    text: "vfio-pci 0000:01:00.0: PCIe Bus Error: severity=Corrected, type=Physical Layer, (Receiver ID)",
    says: [name, "mended by itself"],
  },
  {
    source: "pci_enable_resources",
    text: "vfio-pci 0000:01:00.0: can't enable device: BAR 1 [mem size 0x400000000 64bit pref] not assigned",
    says: [name, "Above 4G"],
  },
  {
    source: "pci_assign_resource",
    text: "pci 0000:01:00.0: BAR 1: no space for [mem size 0x400000000 64bit pref]",
    says: [name, "no room", "Above 4G"],
  },
  {
    source: "NVIDIA's driver 550",
    text: "NVRM: Xid (PCI:0000:01:00): 79, pid='<unknown>', name=<unknown>, GPU has fallen off the bus.",
    says: [name, "fallen off the bus"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "NVIDIA's driver; docs.nvidia.com/deploy/xid-errors",
    text: "NVRM: Xid (PCI:0000:01:00): 31, pid=1234, name=python, Ch 00000008",
    says: [name, "Xid 31"],
  },
  {
    source: "NVIDIA's driver; github.com/bryansteiner/gpu-passthrough-tutorial/issues/39",
    text: "NVRM: GPU 0000:01:00.0: RmInitAdapter failed! (0x22:0x56:667)",
    says: [name, "could not start"],
  },
  {
    source: "NVIDIA's driver",
    text: "NVRM: Attempting to remove device 0000:01:00.0 with non-zero usage count!",
    says: [name, "nvidia-persistenced"],
  },
  {
    source: "amdgpu_job_timedout",
    text: "[drm:amdgpu_job_timedout [amdgpu]] *ERROR* ring gfx_0.0.0 timeout, signaled seq=51, emitted seq=53",
    says: ["gfx_0.0.0", "vendor-reset"],
  },
  {
    source: "amdgpu_job_timedout of Linux 6",
    text: "amdgpu 0000:01:00.0: amdgpu: ring gfx_0.0.0 timeout, signaled seq=51, emitted seq=53",
    says: [name, "gfx_0.0.0"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "atom_op_jump",
    text: "[drm:atom_op_jump [amdgpu]] *ERROR* atombios stuck in loop for more than 20secs aborting",
    says: ["reset bug", "vendor-reset"],
  },
  {
    source: "psp_hw_start",
    text: "amdgpu 0000:01:00.0: amdgpu: PSP create ring failed!",
    says: [name, "reset bug"],
  },
  {
    source: "azx_init_chip",
    text: "snd_hda_intel 0000:01:00.1: CORB reset timeout#2, CORBRP = 65535",
    says: ["GA102 High Definition Audio (0000:01:00.1)", "does not respond"],
  },
  {
    source: "vfio_ecap_init",
    text: "vfio-pci 0000:01:00.0: vfio_ecap_init: hiding ecap 0x19@0x270",
    says: [name, "as it should be"],
  },
  {
    source: "github.com/QaidVoid/Complete-Single-GPU-Passthrough/issues/38",
    text: "modprobe: FATAL: Module amdgpu is in use.",
    says: ["amdgpu", "can't be unloaded", "fuser"],
  },
];
