import { networkSection, networkUpdateCommand } from "../../libvirt/protocol/constants.gen";

/** virNetworkUpdateSection (libvirt-network.h): of what libvirt can change in a running network, what we do. */
export const updateSections = {
  dhcpHost: networkSection.IP_DHCP_HOST,
  dhcpRange: networkSection.IP_DHCP_RANGE,
  dnsHost: networkSection.DNS_HOST,
} as const;
/** virNetworkUpdateCommand. */
export const updateCommands = {
  remove: networkUpdateCommand.DELETE,
  add: networkUpdateCommand.ADD_LAST,
} as const;
/** One change of a running network, for virNetworkUpdate. */
export interface LiveUpdate {
  act: keyof typeof updateCommands;
  section: keyof typeof updateSections;
  /** The `<ip>` that it is about, counted from 0; -1 of what stands below none. */
  parentIndex: number;
  xml: string;
}
