import { addressPattern } from "./device-words";
import { orDevice, shortAddress, textTable } from "./text-table";

const amdReset =
  "Power the host off and on again. To keep it from happening: the module vendor-reset for Polaris, Vega and Navi 1x, and a host driver that never had the card (vfio-pci from the boot on) for newer ones.";
const notTaken =
  "The driver of the host did not get {address} running again after a VM had it, or never could.";
const handBack =
  "Unbind it, remove and rescan it on the bus, or reboot the host. If it always happens after a VM, the card does not come out of its reset: leave it reserved for VMs from the boot on.";

/** What the host's graphics drivers say of a card that is handed to and fro. */
export const graphicsDriverRules = textTable([
  // NVIDIA: https://docs.nvidia.com/deploy/xid-errors
  [
    `NVRM: Xid \\(PCI:${shortAddress}\\): 79\\b|NVIDIA GPU ${orDevice}[^\\n]{0,60}\\n?[^\\n]{0,80}fallen off the bus|has\\s+(?:NVRM: )?fallen off the bus`,
    "{address} has fallen off the bus: it does not respond any more.",
    "Power the host off and on again. Power plugs, a riser cable, heat, or a card that slept too deep (d3cold) are the usual causes.",
  ],
  [
    `NVRM: Xid \\(PCI:${shortAddress}\\): (?<xid>\\d+)`,
    "NVIDIA's driver reports a fault of {address} (Xid {xid}).",
    "NVIDIA's list of Xid errors says which it is. If it comes after a VM had the card, power the host off and on again.",
  ],
  [
    `NVRM: GPU ${addressPattern}: (?:RmInitAdapter failed|rm_init_adapter failed)|NVRM: (?:RmInitAdapter|rm_init_adapter) failed`,
    "NVIDIA's driver could not start {address}: it did not come out of a reset whole, or its VBIOS can't be read.",
    "Power the host off and on again. Inside a guest: attach the card with a VBIOS file and hide KVM for old drivers.",
  ],
  [
    `NVRM: Attempting to remove device ${addressPattern} with non-zero usage count`,
    "{address} is in use on the host while it is taken from NVIDIA's driver, which waits for that to end.",
    "End what uses it: the desktop, nvidia-persistenced, containers and CUDA programs (“fuser -v /dev/nvidia*”).",
  ],
  [
    "NVRM: (?:The NVIDIA probe routine was not called for|None of the NVIDIA devices were (?:initialized|probed)|No NVIDIA (?:GPU|graphics adapter) (?:found|probed)|request_mem_region failed|This can occur when a driver such as|GPU [0-9a-f:.]{12,16} is already bound to)",
    "NVIDIA's driver was loaded and found no card for itself: another driver (vfio-pci or nouveau) has it.",
    "For a card that is reserved for VMs this is right. If the host is to have it, return it to the host on the Passthrough page.",
  ],
  // drivers/gpu/drm/amd: amdgpu_job.c, atom.c, amdgpu_psp.c, amdgpu_device.c, pm/
  [
    `\\bring (?<ring>(?:gfx|comp|sdma|vcn|uvd|vce|jpeg|mes|kiq)[\\w.]*) timeout`,
    "{address} hangs: its work queue {ring} did not come to an end.",
    `On the host: check the driver's next lines, whether its own reset helped. ${amdReset}`,
  ],
  [
    `atombios stuck (?:in loop|executing)`,
    "{address} does not respond its own VBIOS: it did not come out of a reset (AMD's reset bug).",
    amdReset,
  ],
  [
    `(?:PSP (?:create ring|load \\w+(?: \\w+)?|firmware loading) failed|hw_init of IP block <\\w+> failed|amdgpu_device_ip_init failed|Fatal error during GPU init|ACK should not assert! wait again|SMU: I'm not done with your (?:previous )?command|GPU (?:mode1|mode2|BACO) reset failed|ASIC reset failed|GPU reset\\(\\d+\\) failed|GPU reset end with ret = -\\d+|Failed to (?:enable requested dpm features|setup smc hw))`,
    "The host's amdgpu did not get {address} running: it did not come out of a reset (AMD's reset bug).",
    amdReset,
  ],
  [
    `(?:amdgpu: )?(?:Unable to locate a BIOS ROM|Fetched VBIOS from [\\w ]+ failed)|amdgpu_get_bios failed|Unable to locate a BIOS ROM`,
    "The VBIOS of {address} can't be read, so its driver does not start.",
    "Attach the card with a VBIOS file of its own. On the host: turn on its ROM in the firmware setup (CSM, or UEFI's option ROMs).",
  ],
  [
    `(?:amdgpu|radeon|nvidia|nouveau|i915|xe|snd_hda_intel): probe of ${addressPattern} failed with error|(?:amdgpu|radeon|nvidia|nouveau|i915|xe|snd_hda_intel) [0-9a-f:.]{12,16}: probe with driver \\S+ failed`,
    notTaken,
    handBack,
  ],
  // sound/pci/hda/hda_intel.c: the audio function of a card that was not set up
  [
    "GPU sound probed, but not operational",
    "The audio function {address} does not work, as its graphics card has no driver on the host.",
    "For a card that VMs have this is right: reserve its audio function with it, so that the host leaves it alone.",
  ],
  [
    "NVRM: [^\\n]{0,80}installed in this system (?:requires use of the NVIDIA open kernel modules|is not supported)|NVRM: installed in this system (?:requires use of the NVIDIA open kernel modules|is not supported by the)",
    "NVIDIA's driver does not know this card, or wants to be installed in its other flavor (the open kernel modules).",
    "Install a newer driver; for the RTX 50 series and newer the open kernel modules. A card that only VMs use needs none on the host.",
  ],
]);
