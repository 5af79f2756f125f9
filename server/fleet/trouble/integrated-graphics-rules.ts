import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

/** Intel's integrated graphics (hw/vfio/igd.c and pci-quirks.c of QEMU, vfio_pci_igd.c of the kernel). */
export const integratedGraphicsRules = textTable([
  [
    `(?:[Dd]oes not supports? (?:requested )?IGD OpRegion(?: feature)?|Device does not supports? IGD OpRegion(?: feature)?)`,
    "The host gives no OpRegion (the firmware's table of screens) for {address}, and this VM's definition asks for it with x-igd-opregion.",
    "Remove x-igd-opregion=on from the definition (<qemu:arg>) or the command. A vGPU and a virtual function have no OpRegion; for the graphics itself the kernel needs vfio-pci with CONFIG_VFIO_PCI_IGD, and a firmware that has it switched on.",
  ],
  [
    `cannot support IGD OpRegion feature on hotplugged device`,
    "The OpRegion of {address} can only be given to a VM that starts with it.",
    "Shut the VM down, attach the graphics, and start it.",
  ],
  [
    `(?:IGD OpRegion initialization failed|failed to read IGD OpRegion)`,
    "The OpRegion of {address} can't be read from the host's firmware.",
    "Update the firmware, or remove x-igd-opregion=on from the definition.",
  ],
  [
    `(?:vfio-pci ${addressPattern}: )Failed to setup Intel IGD regions`,
    "The kernel could not hand the OpRegion of {address} to VMs, so vfio-pci did not take it.",
    "Turn on the integrated graphics in the firmware setup (multi-monitor), and update it.",
  ],
  [
    `IGD device ${addressPattern} cannot support legacy mode due to existing devices at address 1f\\.0|IGD legacy mode is not supported on q35|Legacy mode is only supported on i440FX|Machine is not i440fx|Cannot create LPC bridge due to existing device at 1f\\.0`,
    "The integrated graphics can't be the VM's first screen from its start (legacy mode) on this machine type or at this address in the guest, or is too new for that: Q35 has its own device at 1f.0.",
    "Use the machine type i440FX (pc) for legacy mode, with the address 00:02.0 in the guest; or attach it as a second graphics card with a UEFI VBIOS (x-igd-legacy-mode=off).",
  ],
  [
    `IGD device ${addressPattern} (?:is unsupported in legacy mode|has no ROM, legacy mode disabled|hotplugged, ROM disabled)|(?<=: |^)Device has no ROM`,
    "{address} can't be the VM's first screen from its start (legacy mode): it is too old or new for it, has no VBIOS, or came while the VM ran.",
    "Attach it to the VM that is off, with a VBIOS file; or use it as a second graphics card.",
  ],
  [
    `IGD device ${addressPattern} - failed to (?:read|write|restore) PCI command register`,
    "The registers of {address} can't be read or written, so the memory that it sets aside was not cleared.",
    "Check the host's kernel log (dmesg). If the graphics does not respond, power the host off and on again.",
  ],
  [
    `IGD device ${addressPattern} (?:does not support (?:OpRegion|host bridge|LPC bridge) access|failed to )|IGD [^\\n]{0,60}legacy mode|[Ff]ailed to (?:enable VGA access|create LPC bridge|modify host bridge), ?(?:IGD )?legacy mode|IGD (?:LPC|host) bridge access is not supported by kernel|Failed to (?:create/modify LPC|modify host) bridge for IGD|IGD copy failed|VFIO dummy ISA/LPC bridge must|(?<=: )Unable to enable VGA access|IGD legacy mode disabled`,
    "The integrated graphics can't be the VM's first screen from its start (legacy mode): the host's kernel gives no access to what it needs of the chipset.",
    "Bind it to vfio-pci on a kernel with CONFIG_VFIO_PCI_IGD, at its own address 00:02.0 in the guest, on the machine type i440FX.",
  ],
  [
    "Guest attempted to program IGD GTT before BIOS reserved stolen memory|Unsupported IGD GMS value|x-igd-gms is not supported on this device|'x-igd-gms' expects",
    "The guest's firmware knows nothing of the memory that the integrated graphics wants to have set aside.",
    "Use SeaBIOS, or an OVMF with the graphics' own VBIOS; x-igd-gms=2 sets the size.",
  ],
]);
