/** A text of the kernel, QEMU or libvirt, and what has to be told of it. */
export interface RealText {
  /** Where it was seen, or what prints it. */
  source: string;
  text: string;
  /** What the words have to hold: names, addresses, drivers. */
  says: readonly string[];
  /** Addresses that it is about. */
  devices?: readonly string[];
}

const monitor = "internal error: qemu unexpectedly closed the monitor: 2026-11-21T09:00:00.000000Z ";
const gpuArgument =
  'qemu-system-x86_64: -device {"driver":"vfio-pci","host":"0000:07:01.0","id":"hostdev0","bus":"pci.2","addr":"0x0"}: ';

/** Of devices and their groups. Addresses are the test's host's where names have to be found for them. */
export const deviceTexts: readonly RealText[] = [
  {
    source: "QEMU 7.2 in the lab",
    text: `${monitor}${gpuArgument}vfio 0000:07:01.0: group 18 is not viable\nPlease ensure all devices within the iommu_group are bound to their vfio bus driver.`,
    says: ["GeForce GTX 970 (0000:07:01.0)", "group 18", "82540EM (0000:07:02.0)", "e1000"],
    devices: ["0000:07:01.0", "0000:07:02.0"],
  },
  {
    source: "github.com/64kramsystem/vga-passthrough/issues/15",
    text: "qemu-system-x86_64: -device vfio-pci,host=07:01.0,multifunction=on: vfio error: 0000:07:01.0: group 18 is not viable\nPlease ensure all devices within the iommu_group are bound to their vfio bus driver.",
    says: ["GeForce GTX 970 (0000:07:01.0)", "82540EM (0000:07:02.0)"],
  },
  {
    source: "libvirt 9.0 in the lab, without vfio-pci",
    text: "unsupported configuration: host doesn't support passthrough of host PCI devices",
    says: ["vfio-pci", "modprobe"],
  },
  {
    source: "libvirt 9.0 in the lab, nodedev-detach",
    text: "argument unsupported: VFIO device assignment is currently not supported on this system",
    says: ["vfio-pci", "modprobe"],
  },
  {
    source: "libvirt 9.0 in the lab",
    text: "Requested operation is not valid: PCI device 0000:01:00.0 is in use by driver QEMU, domain b",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "VM b", "Shut down b"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "github.com/kubevirt/kubevirt/issues/7371",
    text: "Requested operation is not valid: Unmanaged PCI device 0000:c3:1b.1 must be manually detached from the host",
    says: ["PCI device 0000:c3:1b.1", "still bound to a host driver"],
  },
  {
    source: "libvirt 9.0 in the lab",
    text: "Device 0000:09:00.0 not found: could not access /sys/bus/pci/devices/0000:09:00.0/config: No such file or directory",
    says: ["0000:09:00.0", "no longer exists"],
  },
  {
    source: "github.com/QubesOS/qubes-issues/issues/9689",
    text: "Node device not found: no node device with matching name 'pci_0000_01_00_0'",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "does not exist"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "github.com/bryansteiner/gpu-passthrough-tutorial/issues/39",
    text: "internal error: Unknown PCI header type '127' for device '0000:01:00.0'",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "does not respond", "off and on again"],
  },
  {
    source: "github.com/ryanprescott/realtek-verb-tools/issues/2",
    text: "qemu-system-x86_64: vfio: Cannot reset device 0000:01:00.1, no available reset mechanism.",
    says: ["GA102 High Definition Audio (0000:01:00.1)", "can't be reset"],
  },
  {
    source: "github.com/joeknock90/Single-GPU-Passthrough/issues/103",
    text: "qemu-system-x86_64: vfio: Cannot reset device 0000:01:00.0, depends on group 18 which is not owned.",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "82540EM (0000:07:02.0)"],
  },
  {
    source: "github.com/kata-containers/kata-containers/issues/10622",
    text: "QMP command failed: vfio 0000:01:00.1: group 13 used in multiple address spaces",
    says: ["GA102 High Definition Audio (0000:01:00.1)", "group 13"],
    devices: ["0000:01:00.0", "0000:01:00.1"],
  },
  {
    source: "github.com/DualCoder/vgpu_unlock/issues/95",
    text: `${monitor}qemu-system-x86_64: -device vfio-pci: vfio: error getting device from group 18: Input/output error\nVerify all devices in group 18 are bound to vfio-<bus> or pci-stub and not already in use`,
    says: ["group 18", "e1000"],
  },
];

/** Of /dev/vfio, memory, and the IOMMU's set-up. */
export const vfioTexts: readonly RealText[] = [
  {
    source:
      "vfio_get_group() of QEMU 7.2; the errno as in github.com/VoltCyclone/PCILeechFWGenerator/issues/79",
    text: `${monitor}qemu-system-x86_64: -device vfio-pci,host=0000:07:01.0: vfio 0000:07:01.0: failed to open /dev/vfio/18: Device or resource busy`,
    says: ["GeForce GTX 970 (0000:07:01.0)", "in use", "fuser"],
    devices: ["0000:07:01.0"],
  },
  {
    source: "vfio, hw/vfio of QEMU before 2.8",
    text: "vfio: error opening /dev/vfio/18: Device or resource busy",
    says: ["GeForce GTX 970 (0000:07:01.0)", "in use"],
    devices: ["0000:07:01.0", "0000:07:02.0"],
  },
  {
    source: "github.com/kata-containers/runtime/issues/2605",
    text: "QMP command failed: vfio 0000:03:10.4: failed to open /dev/vfio/72: Operation not permitted",
    says: ["0000:03:10.4", "no permission", "cgroup_device_acl"],
  },
  {
    source: "github.com/foxlet/macOS-Simple-KVM/issues/12",
    text: "qemu-system-x86_64: -device vfio-pci,host=00:02.0,bus=port.1,multifunction=on: vfio 0000:01:00.0: failed to open /dev/vfio/13: No such file or directory",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "not bound to vfio-pci"],
  },
  {
    source: "github.com/kubevirt/kubevirt/issues/6771",
    text: `${monitor}qemu-kvm: -device vfio-pci,host=0000:af:04.7,id=ua-sriov: vfio 0000:af:04.7: failed to setup container for group 106: failed to open /dev/vfio/vfio: Permission denied`,
    says: ["/dev/vfio/vfio", "no permission"],
  },
  {
    source: "github.com/seapath/meta-seapath/issues/166",
    text: `${monitor}qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0,id=hostdev0,bus=pci.2,addr=0x0: VFIO_MAP_DMA failed: Cannot allocate memory\n2024-02-07T09:02:08.235790Z qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0: vfio 0000:01:00.0: failed to setup container for group 49: memory listener initialization failed: Region pc.ram: vfio_dma_map(0x648f08f946c0, 0x0, 0x80000000, 0x715dc0000000) = -12 (Cannot allocate memory)`,
    says: ["GeForce RTX 3090 (0000:01:00.0)", "locked memory", "LimitMEMLOCK"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "github.com/cozystack/cozystack/issues/1367",
    text: "internal error: Process exited prior to exec: libvirt:  error : cannot limit locked memory of process 171 to 35433480192: Operation not permitted",
    says: ["locked memory", "LimitMEMLOCK"],
  },
  {
    source: "github.com/intel/gvt-linux/issues/78, the kernel's log",
    text: "vfio_pin_page_external: Task qemu-system-x86 (2296) RLIMIT_MEMLOCK (65536) exceeded",
    says: ["locked memory"],
  },
  {
    source: "github.com/virtio-win/kvm-guest-drivers-windows/issues/573",
    text: `${monitor}qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0,id=hostdev3: VFIO_MAP_DMA failed: Bad address`,
    says: ["GeForce RTX 3090 (0000:01:00.0)", "free pages"],
  },
  {
    source: "github.com/gnif/LookingGlass/issues/1184",
    text: "qemu-system-x86_64: VFIO_MAP_DMA failed: -22",
    says: ["IOMMU can't reach", "maxphysaddr"],
  },
  {
    source: "github.com/harvester/pcidevices/issues/81, the kernel's log",
    text: "vfio-pci 0000:01:00.0: BAR 1: can’t reserve [mem 0xe0000000-0xefffffff 64bit pref]",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "BAR 1", "sysfb_init"],
    devices: ["0000:01:00.0"],
  },
  {
    source: "github.com/kata-containers/kata-containers/issues/10622",
    text: "Failed to mmap 0000:01:00.0 BAR 3. Performance may be slow",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "BAR 3"],
  },
  {
    source: "github.com/intel/gvt-linux/issues/171",
    text: `${monitor}qemu-system-x86_64: -device vfio-pci: vfio 0000:01:00.0: failed to setup container for group 13: Failed to set iommu for container: Input/output error`,
    says: ["GeForce RTX 3090 (0000:01:00.0)", "group 13"],
  },
  {
    source: "hw/vfio/common.c of QEMU 7.2 and the kernel's “No interrupt remapping support”",
    text: "vfio 0000:01:00.0: failed to setup container for group 13: Failed to set iommu for container: Operation not permitted",
    says: ["GeForce RTX 3090 (0000:01:00.0)", "interrupts"],
  },
  {
    source: "blog.csdn.net/qq_36428903/article/details/129370392, the kernel's log",
    text: "vfio-pci 0000:04:00.0: Device is ineligible for IOMMU domain attach due to platform RMRR requirement. Contact your platform vendor.",
    says: ["0000:04:00.0", "firmware"],
    devices: ["0000:04:00.0"],
  },
];

/** Of everything else that keeps a VM from being started. */
export const machineTexts: readonly RealText[] = [
  {
    source: "github.com/kubevirt/kubevirt/issues/14854",
    text: `${monitor}qemu-kvm: unable to map backing store for guest RAM: Cannot allocate memory`,
    says: ["huge pages", "nr_hugepages"],
  },
  {
    source: "github.com/dmacvicar/terraform-provider-libvirt/issues/981",
    text: "Operation failed: unable to find any master var store for loader: /usr/share/edk2/ovmf/OVMF_CODE.secboot.fd",
    says: ["/usr/share/edk2/ovmf/OVMF_CODE.secboot.fd", "ovmf"],
  },
  {
    source: "github.com/vagrant-libvirt/vagrant-libvirt/issues/1725",
    text: "internal error: qemu unexpectedly closed the monitor: qemu: could not load PC BIOS '/usr/share/OVMF/OVMF_CODE_4M.fd'",
    says: ["/usr/share/OVMF/OVMF_CODE_4M.fd"],
  },
  {
    source: "github.com/kubevirt/kubevirt/issues/6906",
    text: 'internal error: process exited while connecting to monitor: 2021-12-02T14:48:39.812232Z qemu-kvm: -device virtio-blk-pci-non-transitional,bus=pci.4,drive=libvirt-1-format,id=ua-harddrive: Failed to get "write" lock\nIs another process using the image [/vm-disks/harddrive/disk.img]?',
    says: ["/vm-disks/harddrive/disk.img", "in use"],
  },
  {
    source: "github.com/virt-manager/virt-manager/issues/351",
    text: "Requested operation is not valid: network 'default' is not active",
    says: ["“default”", "net-start"],
  },
  {
    source: "github.com/kubernetes/minikube/issues/6140",
    text: "invalid argument: could not find capabilities for domaintype=kvm",
    says: ["KVM is not available", "firmware"],
  },
  {
    source: "libvirt 9.0 and QEMU 7.2 in a VM with half of KVM",
    text: `${monitor}qemu-system-x86_64: error: failed to set MSR 0x10a to 0x69\nqemu-system-x86_64: ../../target/i386/kvm/kvm.c:3183: kvm_buf_set_msrs: Assertion \`ret == cpu->kvm_msr_buf->nmsrs' failed.`,
    says: ["KVM", "0x10a", "emulation"],
  },
  {
    source: "github.com/clalancette/oz/issues/259",
    text: "qemu-kvm: /builddir/build/BUILD/qemu-2.9.0/target/i386/kvm.c:1843: kvm_put_msrs: Assertion `ret == cpu->kvm_msr_buf->nmsrs' failed.",
    says: ["KVM", "emulation"],
  },
  {
    source: "github.com/kubernetes/minikube/issues/4913",
    text: "internal error: process exited while connecting to monitor: ioctl(KVM_CREATE_VM) failed: 16 Device or resource busy\n 08:52:59 | ! failed to initialize KVM: Device or resource busy",
    says: ["Another hypervisor", "VirtualBox"],
  },
  {
    source: "accel/kvm/kvm-all.c of QEMU 7.2",
    text: `${monitor}qemu-system-x86_64: kvm_init_vcpu: kvm_arch_init_vcpu failed (0): Invalid argument`,
    says: ["KVM", "emulation", "dmesg"],
  },
  {
    source: "github.com/networkop/docker-topo/pull/25",
    text: "internal error: qemu unexpectedly closed the monitor: Could not access KVM kernel module: Permission denied\nfailed to initialize KVM: Permission denied",
    says: ["/dev/kvm", "no permission"],
  },
  {
    source: "github.com/Fmstrat/winapps/issues/42",
    text: "operation failed: guest CPU doesn't match specification: missing features: ss,fma,movbe,aes",
    says: ["ss, fma, movbe, aes", "host-passthrough"],
  },
  {
    source: "github.com/kubevirt/kubevirt/pull/9239",
    text: "the CPU is incompatible with host CPU: Host CPU does not provide required features: mpx.",
    says: ["mpx", "host-passthrough"],
  },
  {
    source: "github.com/cockpit-project/cockpit/issues/8385",
    text: "unsupported configuration: CPU mode 'custom' for x86_64 kvm domain on x86_64 host is not supported by hypervisor",
    says: ["CPU", "host-passthrough"],
  },
  {
    source: "github.com/ilayna/Single-GPU-passthrough-amd-nvidia/issues/8",
    text: '2022-02-26T01:42:08.732223Z qemu-system-x86_64: -device vfio-pci,host=0000:2b:00.0,romfile=/usr/share/vgabios/gpu.rom: failed to find romfile "/usr/share/vgabios/gpu.rom"',
    says: ["/usr/share/vgabios/gpu.rom", "VBIOS"],
  },
  {
    source: "github.com/tomitamoeko/VfioIgdPkg/issues/5, the kernel's log",
    text: "Invalid PCI ROM header signature: expecting 0xaa55, got 0x0000",
    says: ["VBIOS"],
  },
  {
    source: "github.com/kevoreilly/CAPEv2/issues/2706",
    text: `internal error: process exited while connecting to monitor: qemu-system-x86_64: -blockdev {"driver":"file"}: Could not open '/var/lib/libvirt/images/win10.qcow2': Permission denied`,
    says: ["/var/lib/libvirt/images/win10.qcow2"],
  },
  {
    source: "virDomainObjBeginJobInternal of libvirt 9.0",
    text: "Timed out during operation: cannot acquire state change lock (held by monitor=remoteDispatchDomainCreateWithFlags)",
    says: ["not finished yet", "blocked for more than"],
  },
];
