import type { RealText } from "./real-texts.test-data";

/** Of Proxmox's tools, and what people paste beside the cause. */
export const furtherTexts: readonly RealText[] = [
  {
    source: "forum.proxmox.com, PVE/QemuServer/PCI.pm",
    text: "TASK ERROR: PCI device '0000:01:00.0' already in use by VMID '101'",
    says: ["GeForce RTX 3090", "101"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "forum.proxmox.com, PVE/QemuServer/PCI.pm",
    text: "TASK ERROR: Cannot bind 0000:01:00.0 to vfio",
    says: ["GeForce RTX 3090", "vfio-pci"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "forum.proxmox.com, PVE/QemuServer/PCI.pm",
    text: "TASK ERROR: cannot prepare PCI pass-through, IOMMU not present",
    says: ["IOMMU is off", "intel_iommu=on"],
  },
  {
    source: "forum.proxmox.com, PVE/SysFSTools.pm",
    text: "error writing '1' to '/sys/bus/pci/devices/0000:01:00.0/reset': Inappropriate ioctl for device\nfailed to reset PCI device '0000:01:00.0', but trying to continue as not all devices need a reset",
    says: ["GeForce RTX 3090", "reset"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "drivers/vfio/pci/vfio_pci_config.c before 4.16",
    text: "vfio_bar_restore: 0000:01:00.0 reset recovery - restoring bars",
    says: ["GeForce RTX 3090"],
  },
  {
    source: "NVIDIA's vGPU manager",
    text: "nvidia-vgpu-mgr: error: vmiop_log: (0x0): Initialization: init_device_instance failed error 2",
    says: ["vGPU", "nvidia-vgpu-mgr"],
  },
  {
    source: "libusb, core.c",
    text: "libusb: error [_get_usbfs_fd] libusb couldn't open USB device /dev/bus/usb/001/005, errno=13",
    says: ["USB"],
  },
  {
    source: "sound/pci/hda/hda_intel.c",
    text: "snd_hda_intel 0000:01:00.1: GPU sound probed, but not operational: please add a quirk to driver_denylist",
    says: ["GA102 High Definition Audio"],
    devices: ["0000:01:00.1"],
  },
  {
    source: "NVIDIA's driver",
    text: "NVRM: The NVIDIA GPU 0000:01:00.0 (PCI ID: 10de:1b80)\nNVRM: installed in this system is not supported by the NVIDIA 575.57 driver release.",
    says: ["newer driver"],
  },
  {
    source: "arch/x86/kernel/cpu/bus_lock.c",
    text: "x86/split lock detection: #AC: CPU 0/KVM/1234 took a split_lock trap at address: 0xfffff8",
    says: ["split_lock_detect=off"],
  },
  { source: "arch/x86/kvm/x86.c", text: "kvm [1234]: ignored rdmsr: 0x122 data 0x0", says: ["ignore_msrs"] },
  {
    source: "drivers/pci/vgaarb.c",
    text: "vfio-pci 0000:01:00.0: vgaarb: changed VGA decodes: olddecodes=io+mem,decodes=io+mem:owns=none",
    says: ["as it should be"],
  },
  {
    source: "hw/pci/pcie_port.c of QEMU",
    text: "qemu-system-x86_64: -device pcie-root-port,port=0x10,chassis=1,id=pci.1: Can't add chassis slot, error -16",
    says: ["chassis"],
  },
  {
    source: "hw/pci/pci.c of QEMU",
    text: 'vfio 0000:01:00.0: romfile "/usr/share/vgabios/gpu.rom" is too large',
    says: ["/usr/share/vgabios/gpu.rom", "VBIOS"],
  },
  {
    source: "util/mmap-alloc.c of QEMU",
    text: "qemu-system-x86_64: can't open backing store /dev/hugepages/libvirt/qemu for guest RAM: Permission denied",
    says: ["huge pages"],
  },
  {
    source: "src/security/security_apparmor.c of libvirt",
    text: "internal error: cannot load AppArmor profile 'libvirt-1234'",
    says: ["AppArmor"],
  },
];
