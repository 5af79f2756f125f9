import { addressPattern } from "./device-words";
import { orDevice, textTable } from "./text-table";

/** Virtual functions of network cards (src/hypervisor/virhostdev.c, src/util/virnetdev.c, src/network/bridge_driver.c). */
export const virtualFunctionRules = textTable([
  [
    `Interface type hostdev is currently supported on SR-IOV Virtual Functions only|device ${addressPattern} is not a PCI device`,
    "Only virtual functions of a network card can be given as a network interface (<interface type='hostdev'>), and {address} is none.",
    "Choose a virtual function, or give the whole card as a <hostdev>.",
  ],
  [
    `The PF device for VF (?<path>\\S+) has no network device name|[Tt]he device at (?<device>\\S+) has no network device name|${addressPattern} has no network device name|Could not find any network device under PCI device at \\S*/${orDevice}`,
    "The network card that a virtual function belongs to is not on its driver, so that its address (MAC) and VLAN can't be set.",
    "Return the card itself to the host's driver, and give only its virtual functions to VMs.",
  ],
  [
    "Cannot set interface (?:MAC|MAC/vlanid) to (?<mac>[^ \\n]+) for ifname (?<link>\\S+) vf (?<vf>\\d+)",
    "The address (MAC) or VLAN of the virtual function {vf} of {link} could not be set.",
    "Set {link} up (“ip link set {link} up”), check that its driver allows it, and that no other VM has this function.",
  ],
  [
    "(?:admin MAC|vlan) can only be set for SR-IOV VFs, but (?<link>\\S+) is not a VF|'(?<link2>[^'\\n]{1,60})' is not a VF device",
    "The device {link}{link2} is no virtual function, so that its MAC and VLAN can't be set like one's.",
    "Choose a virtual function of the card, or give the whole card as a <hostdev>.",
  ],
  [
    "vlan trunking is not supported by SR-IOV network devices",
    "A virtual function can be in one VLAN alone, and the definition names several (trunk).",
    "Leave one <tag> in <vlan>, or have the guest set its VLANs itself.",
  ],
  [
    "VF (?<vf>\\d+) of PF '(?<link>[^'\\n]+)' is not bound to a net driver, so its MAC",
    "The MAC of the virtual function {vf} of {link} can't be set while no network driver of the host has it.",
    "Return the function to the host's driver, then start the VM; libvirt takes it over itself (managed='yes').",
  ],
  [
    `Failed to get SRIOV function from device link '\\S*/${addressPattern}/`,
    "The virtual functions of {address} can't be read: they are being switched on or off.",
    "Wait until its driver is done (sriov_numvfs), and try again.",
  ],
  [
    "virtualport type \\S+ is currently not supported on interfaces of type hostdev|direct setting of the vlan tag is not allowed for hostdev",
    "A network interface that is a virtual function can't have this <virtualport> or VLAN.",
    "Take <virtualport> out, or set the VLAN alone.",
  ],
  [
    "network '(?<network>[^'\\n]+)' requires exclusive access to interfaces, but none are available",
    "All virtual functions of the network “{network}” are in use.",
    "Shut another VM down, or switch more virtual functions on (sriov_numvfs of the card).",
  ],
  [
    "failover:? primary device (?:must be|is not)|failover_pair_id needs to have id|teaming (?:hostdev devices must|is only supported for pci)|hostdev teaming element|teaming transient (?:device|interface) must be",
    "A network card of the host can't stand in for a virtual one of this VM (<teaming>) like this.",
    "The <teaming type='transient'> one has to be a network card, as <hostdev> or <interface type='hostdev'>, on a PCIe root port of its own, and name the other (persistent).",
  ],
  [
    `(?:not enough MMIO resources for SR-IOV|SR-IOV: bus number out of range|VF BAR \\d+: failed to assign|can't enable \\d+ VFs)`,
    "The virtual functions of {address} can't be switched on: the firmware left no room for them.",
    "Turn on SR-IOV, ARI and “Above 4G Decoding” in the firmware setup; pci=realloc,assign-busses on the kernel command line may help too.",
  ],
  [
    "[Dd]river does(?: not|n't) support SR-?IOV configuration via sysfs|no driver bound to device; cannot configure SR-IOV",
    "The virtual functions of {address} can't be switched on: it has no driver on the host, or one that does not know how.",
    "Return the card itself to the host's driver. NVIDIA's has a program for it (sriov-manage -e); for a card on vfio-pci write 1 into /sys/module/vfio_pci/parameters/enable_sriov first.",
  ],
  [
    "\\d+ VFs already enabled",
    "{address} has virtual functions already, and their number can't be changed just like that.",
    "End what uses them, write 0 into sriov_numvfs of its folder below /sys/bus/pci/devices, then the new number.",
  ],
  [
    "(?<wanted>\\d+) VFs requested; only (?<made>\\d+) enabled",
    "{address} has fewer virtual functions than were asked for: {made} of {wanted}.",
    "Ask for no more than sriov_totalvfs says, and check its driver's and firmware's own limit.",
  ],
  [
    "Unable to configure VF (?<vf>\\d+) of PF '(?<link>[^'\\n]+)' because the PF is not online",
    "The virtual function {vf} of {link} can't be set up while {link} itself is down.",
    "Set it up (“ip link set {link} up”), and have the host do so at each start.",
  ],
  [
    "missing IFLA_VF_INFO in netlink response|couldn't find IFLA_VF_INFO for VF",
    "The host's network card does not tell about its virtual functions, so that their MAC and VLAN can't be set.",
    "Check that its driver is the right one and the functions are switched on (sriov_numvfs), or give the function as a plain <hostdev>.",
  ],
]);
