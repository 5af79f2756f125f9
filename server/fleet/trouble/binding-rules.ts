import { addressPattern } from "./device-words";
import { orDevice, otherDevice, textTable } from "./text-table";

const dmesg = "The host's kernel log (dmesg) says why.";

/** Taking devices from drivers and giving them to others (src/util/virpci.c, drivers/vfio/pci/vfio_pci.c and _core.c). */
export const bindingRules = textTable([
  // virHostdevPreparePCIDevicesImpl, virPCIDeviceIsAssignable
  [
    `Device ${addressPattern} is behind a switch lacking ACS|PCI device ${orDevice} is not assignable`,
    "{address} hangs on a PCIe switch that can't keep its devices apart (it has no ACS), so libvirt does not give it away.",
    "Put the card into another slot, best one of the CPU. If the other devices of the switch may be trusted, relaxed_acs_check = 1 in /etc/libvirt/qemu.conf gets around it.",
  ],
  [
    `Failed to bind PCI device '${addressPattern}' to (?<driver>[\\w-]+): Invalid argument`,
    "{address} could not be given to {driver}: the kernel refused it, as this device is not of a kind that {driver} takes.",
    "A port stays with the host. A virtual function of a card with vGPUs belongs to the vendor's driver: attach its vGPU instead. Otherwise check that the device is in an IOMMU group, and the host's kernel log (dmesg).",
  ],
  [
    "Failed to load PCI (?:stub|driver) module (?<module>[\\w-]+): administratively prohibited",
    "The host's kernel may not load {module}: it is on the list of forbidden modules.",
    "Take “blacklist {module}” or “install {module} …” out of /etc/modprobe.d and of the kernel command line.",
  ],
  [
    "Failed to load PCI (?:stub|driver) module (?<module>[\\w-]+)",
    "The host's kernel has no {module}, which holds devices for VMs.",
    "Run “modprobe {module}”, which says why. After an update of the kernel the host has to be rebooted before modules can be loaded; some kernels have the module in a package of its own.",
  ],
  [
    `vfio-pci: probe of ${addressPattern} failed with error -(?<number>\\d+)|probe with driver vfio-pci failed`,
    "The kernel's vfio-pci did not take {address}.",
    "Ports, devices that are in no IOMMU group, and cards whose virtual functions are switched on can't be given to it; 16 stands for a device that something still uses, 22 for one of the wrong kind.",
  ],
  [
    `[0-9a-f]{4}:[0-9a-f]{4} exists in vfio-pci device denylist, driver probing disallowed`,
    "The kernel's vfio-pci does not take {address}: this model is on the kernel's list of devices that a VM could break the host with.",
    "Attach its virtual functions instead. vfio-pci.disable_denylist=1 gets around it at one's own risk.",
  ],
  [
    `Cannot bind to PF with SR-?IOV enabled`,
    "{address} can't be passed through while its virtual functions are switched on.",
    "Write 0 into sriov_numvfs of its folder below /sys/bus/pci/devices, once no VM has one of them.",
  ],
  [
    `VF token incorrectly provided, (?:PF not bound to|not a PF or VF)`,
    "A key (VF token) was given for {address}, which needs none: its card is not bound to vfio-pci, or it has no virtual functions.",
    "Take vf-token=… out of the command.",
  ],
  [
    `(?:VF token required|[Ii]ncorrect VF token)`,
    "{address} belongs to a card with virtual functions that is bound to vfio-pci itself, and who has the other part of it has not shared the key (VF token).",
    "Leave the card itself to the host's driver, or set the same vf-token in both commands.",
  ],
  [
    `VF ${otherDevice} bound to driver (?<driver>\\S+) while PF bound to driver`,
    "{other} is a virtual function that the host uses ({driver}), and its card, {address}, is on vfio-pci: whoever has the card rules the function too.",
    "Reserve the virtual functions for VMs as well, or return the card itself to the host.",
  ],
  [
    `device denylist disabled`,
    "vfio-pci takes devices that are on the kernel's list of those that a VM could break the host with (disable_denylist).",
    "Take vfio-pci.disable_denylist=1 off the kernel command line, unless whoever uses the VM is trusted.",
  ],
  [
    "vfio_pci: (?:invalid id string|failed to add dynamic id)",
    "vfio-pci was given a device by a number that can't be, or that it has already.",
    "Write it as vfio-pci.ids=10de:2204,10de:1aef (vendor:device, four digits each, as “lspci -nn” shows them), each once.",
  ],
  [
    "Device added to live group (?<group>\\d+)|Device already exists on group (?<group2>\\d+)",
    "{address} came into an IOMMU group that a VM is using.",
    "Reserve it for VMs before a driver of the host takes it; if it stays so after the VM has ended, reboot the host.",
  ],
  [
    "vfio: misc device register failed",
    "The host's kernel could not make /dev/vfio/vfio: something else has its place.",
    "The host's kernel log (dmesg) says more. Load vfio anew (“modprobe -r vfio”, then “modprobe vfio-pci”), or reboot the host.",
  ],
  [
    `vfio-noiommu device opened by user|Adding kernel taint for vfio-noiommu group`,
    "{address} is used without the protection of the IOMMU: whoever has it can reach all memory of the host.",
    "Turn on the IOMMU, and take enable_unsafe_noiommu_mode out of the options of the module vfio.",
  ],
  [
    `Unable to resolve device ${addressPattern} (?:driver|iommu_group) symlink|(?:Invalid )?device ${orDevice} iommu_group (?:file|symlink \\S+ has invalid group number)`,
    "The host's kernel shows no driver or IOMMU group of {address}: it is on its way out, or the IOMMU is off.",
    "Check the host's devices and its readiness, then try again.",
  ],
  [
    `Failed to open config space file '\\S*/${addressPattern}/config'|Failed to read product/vendor ID for ${orDevice}`,
    "The registers of {address} could not be read by libvirt: it is gone, or libvirt runs without rights to it.",
    "Check the host's devices. As an ordinary user (qemu:///session) or in a container libvirt can't pass devices through.",
  ],
  [
    `(?:[Nn]o|Unknown) stub driver configured for PCI device ${addressPattern}|Attempting to use unknown stub driver`,
    "libvirt has no driver to which {address} could be bound for a VM: the host's VFIO is not loaded, or the definition names a driver that libvirt does not know.",
    "Load vfio-pci (“modprobe vfio-pci”), and take <driver name='…'/> or its model out of the device's definition.",
  ],
  [
    `Failed to (?:add PCI device ID '[^'\\n]{1,40}'|remove PCI ID '[^'\\n]{1,40}'|add slot for PCI device '${addressPattern}')`,
    "{address} could not be bound to another driver: the kernel refused it, or knew it already.",
    `${dmesg} Kernels since 3.16 and libvirt since 1.3 do it another way (driver_override), which fails less often.`,
  ],
  [
    `driver_override of PCI device '?${addressPattern}'?`,
    "{address} could not be bound to another driver: the kernel refused it.",
    dmesg,
  ],
  [
    "modprobe: (?:FATAL: Module (?<module>vfio[\\w-]*) not found|ERROR: could not insert '(?<module2>vfio\\w*)')",
    "The host's kernel could not load a module that holds devices for VMs.",
    "After an update of the kernel the host has to be rebooted before modules can be loaded; some kernels have them in a package of their own, or built in (then nothing needs to be loaded).",
  ],
  [
    "(?:vfio|/sys/bus/pci/)[^\\n]{0,120}write error: No such device",
    "A script told the kernel to bind or unbind a device, and there is none at this place: its driver or address is another, or the driver did not take it.",
    "Check the host's devices and their drivers. libvirt binds devices by itself (managed='yes'); the script can do without it.",
  ],
  [
    "(?:vfio|/sys/bus/pci/)[^\\n]{0,120}write error: (?:Device or resource busy|File exists)",
    "A script told the kernel to bind a device that is on another driver still, or that something uses.",
    "End what uses it and unbind it first. libvirt does so by itself (managed='yes'); the script can do without it.",
  ],
  [
    "(?:modprobe: FATAL|rmmod: ERROR): Module (?<module>amdgpu|radeon|nvidia\\w*|nouveau|i915|xe|snd_hda_intel) is in use",
    "The host's driver {module} can't be unloaded: the desktop, a console or another program still uses it.",
    "Stop the desktop session, the consoles (vtconsole) and what else has the card open (“fuser -v /dev/dri/* /dev/nvidia*”). Unbinding the one card is enough; other cards may need the module.",
  ],
]);
