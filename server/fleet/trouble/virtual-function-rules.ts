import { addressPattern } from "./device-words";
import { textTable } from "./text-table";

/** Virtual functions of network cards (src/hypervisor/virhostdev.c, src/util/virnetdev.c, src/network/bridge_driver.c). */
export const virtualFunctionRules = textTable([
  [
    "Interface type hostdev is currently supported on SR-IOV Virtual Functions only",
    "Only virtual functions of a network card can be given as a network interface (<interface type='hostdev'>).",
    "Choose a virtual function, or give the whole card as a <hostdev>.",
  ],
  [
    `The PF device for VF (?<path>\\S+) has no network device name|[Tt]he device at (?<device>\\S+) has no network device name|${addressPattern} has no network device name`,
    "The network card that a virtual function belongs to is not on its driver, so that its address (MAC) and VLAN can't be set.",
    "Return the card itself to the host's driver, and give only its virtual functions to VMs.",
  ],
  [
    "Cannot set interface (?:MAC|MAC/vlanid) to (?<mac>[^ \\n]+) for ifname (?<link>\\S+) vf (?<vf>\\d+)",
    "The address (MAC) or VLAN of the virtual function {vf} of {link} could not be set.",
    "Set {link} up (“ip link set {link} up”), check that its driver allows it, and that no other VM has this function.",
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
    `(?:not enough MMIO resources for SR-IOV|SR-IOV: bus number out of range|VF BAR \\d+: failed to assign|can't enable \\d+ VFs)`,
    "The virtual functions of {address} can't be switched on: the firmware left no room for them.",
    "Turn on SR-IOV, ARI and “Above 4G Decoding” in the firmware setup; pci=realloc,assign-busses on the kernel command line may help too.",
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
